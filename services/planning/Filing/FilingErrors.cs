using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Filing;

/// <summary>What can go wrong with the due date of a filing.</summary>
internal static class FilingErrors
{
    public static DomainError Filed(string name) => DomainError.Precondition("PLAN_FILED", ("resource", name));

    public static DomainError Paused(string name) => DomainError.Precondition("FILING_PAUSED", ("resource", name));

    public static DomainError NotPaused(string name) => DomainError.Precondition("FILING_NOT_PAUSED", ("resource", name));
}
