using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;

namespace StudySuite.Bulletin.Received;

/// <summary>An issued bulletin at one of the units that it went to, with the unit's receipt.</summary>
internal sealed class BulletinCopy : IOwnedByUnit
{
    /// <summary>The receiving unit.</summary>
    public required string Unit { get; init; }

    public required string Id { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Id of the bulletin at its issuer.</summary>
    public required string Bulletin { get; init; }

    /// <summary>Place in the list of recipients.</summary>
    public required int Position { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary><c>people/{person}</c>; empty while nobody has.</summary>
    public string AcknowledgedBy { get; private set; } = "";

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string ResourceName => $"units/{Unit}/receivedBulletins/{Id}";

    /// <returns>False when there is a receipt already, which stands.</returns>
    public bool Acknowledge(string person, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null)
        {
            return false;
        }

        (AcknowledgedBy, AcknowledgedAt) = (person, now);
        return true;
    }
}

internal sealed class BulletinCopyConfiguration : IEntityTypeConfiguration<BulletinCopy>
{
    public void Configure(EntityTypeBuilder<BulletinCopy> builder)
    {
        builder.ToTable("bulletin_copy");
        builder.HasKey(r => new { r.Unit, r.Id });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Id).HasMaxLength(64);
        builder.Property(r => r.Issuer).HasMaxLength(64);
        builder.Property(r => r.Bulletin).HasMaxLength(64);
        // Of two who sign for the unit at once the second is told so.
        builder.Property(r => r.AcknowledgedBy).HasMaxLength(80).IsConcurrencyToken();
        builder.Ignore(r => r.ResourceName);
        builder.HasIndex(r => new { r.Issuer, r.Bulletin, r.Position }).IsUnique();
        builder.HasIndex(r => new { r.Unit, r.IssuedOn });
    }
}
