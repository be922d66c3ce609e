using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.LoginSessions;

/// <summary>What can go wrong with a session.</summary>
internal static class LoginSessionErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("LOGIN_SESSION_NOT_FOUND", name);
}
