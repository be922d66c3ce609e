using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Checks;

/// <summary>What can go wrong with a check.</summary>
internal static class CheckErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("CHECK_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("CHECK_EXISTS", name);

    /// <summary>A unit checks only itself.</summary>
    public static DomainError SelfCheckOnly(string unit) => DomainError.Denied("SELF_CHECK_ONLY", ("unit", $"units/{unit}"));

    public static DomainError NotDraft(Check check) => Wrong("CHECK_NOT_DRAFT", check);

    public static DomainError NotConcluded(Check check) => Wrong("CHECK_NOT_CONCLUDED", check);

    private static DomainError Wrong(string reason, Check check) =>
        DomainError.Precondition(reason, ("resource", check.ResourceName), ("state", check.State.ToString()));
}
