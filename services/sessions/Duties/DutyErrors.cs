using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Duties;

/// <summary>What can go wrong with a duty.</summary>
internal static class DutyErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("DUTY_NOT_FOUND", name);

    public static DomainError NotYours(string name) => DomainError.Denied("DUTY_NOT_YOURS", ("resource", name));
}
