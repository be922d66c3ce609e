using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.Identity;

internal enum KeyUse
{
    /// <summary>RSA, signs access and identity tokens; its public half is at <c>.well-known/jwks</c>.</summary>
    Signing,

    /// <summary>AES, hides codes and refresh tokens, which only directory reads.</summary>
    Encryption,
}

/// <summary>A key that all replicas share.</summary>
internal sealed class IdentityKey
{
    public required string Id { get; init; }

    public KeyUse Use { get; init; }

    /// <summary>Under data protection, base 64.</summary>
    public required string Content { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until then it is only shown; from then on it signs, as long as there is no later one.</summary>
    public DateTimeOffset SignsFrom { get; init; }
}

internal sealed class IdentityKeyConfiguration : IEntityTypeConfiguration<IdentityKey>
{
    public void Configure(EntityTypeBuilder<IdentityKey> builder)
    {
        builder.ToTable("identity_key");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).HasMaxLength(64);
        builder.Property(key => key.Use).HasConversion<string>().HasMaxLength(20);
    }
}
