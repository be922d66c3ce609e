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

    /// <summary>Hashes of passwords that were chosen before, the newest first, one a line.</summary>
    public string OldPasswords { get; private set; } = "";

    /// <summary>On a one-time password: nothing but the page to change it is open.</summary>
    public bool MustChange { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>In every session; another one ends them all.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Attempts since the last that succeeded.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Secret of the authenticator app, under data protection; null without one.</summary>
    public string? AuthenticatorKey { get; private set; }

    /// <summary>Digests of the recovery codes that are left, one a line.</summary>
    public string RecoveryCodes { get; private set; } = "";

    /// <summary>Codes of the app that were taken within the last minutes: each is good once.</summary>
    public string UsedCodes { get; private set; } = "";

    /// <summary>Who the person is at the outside provider, learnt at the first log-in through it.</summary>
    public string? ExternalSubject { get; private set; }

    public bool HasAuthenticator => AuthenticatorKey is not null;

    public void Reset(string passwordHash, DateTimeOffset now) => Set(passwordHash, now, mustChange: true);

    /// <param name="remembered">How many earlier passwords are kept to compare with.</param>
    public void Change(string passwordHash, DateTimeOffset now, int remembered = 0)
    {
        if (!MustChange)
        {
            OldPasswords = string.Join('\n', EarlierPasswords().Prepend(PasswordHash).Take(remembered));
        }

        Set(passwordHash, now, mustChange: false);
    }

    public IEnumerable<string> EarlierPasswords() => OldPasswords.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void UseAuthenticator(string? key) => (AuthenticatorKey, UsedCodes) = (key, "");

    public void DropAuthenticator() => (AuthenticatorKey, RecoveryCodes, UsedCodes) = (null, "", "");

    public void ReplaceRecoveryCodes(IEnumerable<string> digests) => RecoveryCodes = string.Join('\n', digests);

    public void BindExternal(string subject) => ExternalSubject = subject;

    /// <summary>The person has left: nothing opens this account again.</summary>
    public void Close(DateTimeOffset now)
    {
        Set("", now, mustChange: true);
        DropAuthenticator();
        (OldPasswords, ExternalSubject) = ("", null);
    }

    private void Set(string passwordHash, DateTimeOffset now, bool mustChange)
    {
        (PasswordHash, ChangedAt, MustChange) = (passwordHash, now, mustChange);
        (Stamp, Failures, LockedUntil) = (Guid.CreateVersion7().ToString("n"), 0, null);
    }
}
