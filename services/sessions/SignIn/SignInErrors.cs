using System.Globalization;
using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.SignIn;

/// <summary>What can go wrong with signing in.</summary>
internal static class SignInErrors
{
    public static DomainError Off(string name) => DomainError.Precondition("SIGN_IN_OFF", ("resource", name));

    public static DomainError NotAllowed(string name, string rulebook) =>
        DomainError.Precondition("SIGN_IN_NOT_ALLOWED", ("resource", name), ("rulebook", rulebook));

    public static DomainError CodeWrong() => DomainError.Denied("SIGN_IN_CODE_WRONG");

    public static DomainError TooManyTries(TimeSpan wait) => DomainError.Denied(
        "SIGN_IN_TOO_MANY_TRIES",
        ("retry_after_seconds", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    public static DomainError NotOnRoll() => DomainError.Denied("NOT_ON_ROLL");
}
