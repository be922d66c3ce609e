using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.LoginSessions;

internal enum LoginMethod
{
    Password,

    /// <summary>Through the outside provider that the settings name.</summary>
    External,
}

internal enum SessionEnd
{
    LoggedOut,

    /// <summary>By the person or the security administrator, from the list.</summary>
    Ended,

    /// <summary>A code or refresh token came a second time: somebody has a copy of it.</summary>
    TokenReused,

    /// <summary>Another took its place, after a change of the password or a second factor.</summary>
    Replaced,
}

/// <summary>One log-in of a person: the cookie of the pages and every token that followed from it name it.</summary>
internal sealed class LoginSession
{
    public required string Id { get; init; }

    public required string Person { get; init; }

    /// <summary>The account's at the log-in; the session is over when the account has another.</summary>
    public required string Stamp { get; init; }

    public LoginMethod Method { get; init; }

    /// <summary>A second factor was shown.</summary>
    public bool IsStrong { get; init; }

    /// <summary>Address it came from; empty when unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>What the browser or program says of itself, shortened.</summary>
    public string Program { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>However busy it is, it ends here.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public SessionEnd? EndedBy { get; init; }

    public string ResourceName => $"people/{Person}/loginSessions/{Id}";
}

internal sealed class LoginSessionConfiguration : IEntityTypeConfiguration<LoginSession>
{
    public void Configure(EntityTypeBuilder<LoginSession> builder)
    {
        builder.ToTable("login_session");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).HasMaxLength(32);
        builder.Property(session => session.Person).HasMaxLength(64);
        builder.Property(session => session.Stamp).HasMaxLength(32);
        builder.Property(session => session.Method).HasConversion<string>().HasMaxLength(20);
        builder.Property(session => session.EndedBy).HasConversion<string>().HasMaxLength(20);
        builder.Property(session => session.Source).HasMaxLength(45);
        builder.Property(session => session.Program).HasMaxLength(120);
        builder.Ignore(session => session.ResourceName);
        builder.HasIndex(session => new { session.Person, session.StartedAt });
        builder.HasIndex(session => session.ExpiresAt);
    }
}
