using System.Security.Cryptography;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.SignIn;

/// <summary>
/// Whether members may sign in by code at a session. There is no row as long as nobody turned it on. The key is new with
/// every opening, so that codes shown before are worth nothing.
/// </summary>
internal sealed class SignInSwitch(string unit, string session) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/signIn";

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public bool IsOn { get; private set; }

    public byte[] Key { get; private set; } = [];

    public string ChangedBy { get; private set; } = "";

    public void Open(string by)
    {
        if (!IsOn)
        {
            (IsOn, Key, ChangedBy) = (true, RandomNumberGenerator.GetBytes(32), by);
        }
    }

    public void Close(string by)
    {
        if (IsOn)
        {
            (IsOn, Key, ChangedBy) = (false, [], by);
        }
    }
}

/// <summary>Wrong codes that a person has tried at a session, for the limit that makes guessing pointless.</summary>
internal sealed class SignInTries
{
    public string Unit { get; private set; } = "";

    public string Session { get; private set; } = "";

    public string Person { get; private set; } = "";

    public int Tries { get; private set; }

    public DateTimeOffset Since { get; private set; }
}
