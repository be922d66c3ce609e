using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Notifications.Inbox;

/// <summary>A person has read an alert.</summary>
internal sealed class ReadMark
{
    public required string Person { get; init; }

    /// <summary>Id of the alert.</summary>
    public required string Alert { get; init; }

    public DateTimeOffset ReadAt { get; init; }
}

internal sealed class ReadMarkConfiguration : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("read_mark");
        builder.HasKey(m => new { m.Person, m.Alert });
        builder.Property(m => m.Person).HasMaxLength(64);
        builder.Property(m => m.Alert).HasMaxLength(64);
        builder.HasIndex(m => m.ReadAt);
    }
}
