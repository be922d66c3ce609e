namespace StudySuite.Directory.Identity;

/// <summary>
/// What a person logs in with. Not under the version of the person: attempts are counted by statements of their own,
/// so that guesses made in parallel are all counted.
/// </summary>
internal sealed class Account
{
    private Account()
    {
    }

    /// <summary>A new account starts on a one-time password.</summary>
    public Account(string passwordHash, DateTimeOffset now) => Reset(passwordHash, now);

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    /// <summary>On a one-time password: nothing but the page to change it is open.</summary>
    public bool MustChange { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>In every session and refresh token; another one ends them all.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Attempts since the last that succeeded.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public void Reset(string passwordHash, DateTimeOffset now) => Set(passwordHash, now, mustChange: true);

    public void Change(string passwordHash, DateTimeOffset now) => Set(passwordHash, now, mustChange: false);

    private void Set(string passwordHash, DateTimeOffset now, bool mustChange)
    {
        (PasswordHash, ChangedAt, MustChange) = (passwordHash, now, mustChange);
        (Stamp, Failures, LockedUntil) = (Guid.CreateVersion7().ToString("n"), 0, null);
    }
}
