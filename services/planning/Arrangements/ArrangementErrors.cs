using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Arrangements;

/// <summary>What can go wrong with a thematic arrangement.</summary>
internal static class ArrangementErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("ARRANGEMENT_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("ARRANGEMENT_EXISTS", name);

    public static DomainError NotDraft(ThematicArrangement arrangement) => Wrong("ARRANGEMENT_NOT_DRAFT", arrangement);

    public static DomainError NotIssued(ThematicArrangement arrangement) => Wrong("ARRANGEMENT_NOT_ISSUED", arrangement);

    public static DomainError NumberMissing(ThematicArrangement arrangement) =>
        Wrong("ARRANGEMENT_NUMBER_MISSING", arrangement);

    /// <summary>No unit is in its scope.</summary>
    public static DomainError ScopeEmpty(ThematicArrangement arrangement) => Wrong("ARRANGEMENT_SCOPE_EMPTY", arrangement);

    private static DomainError Wrong(string reason, ThematicArrangement arrangement) => DomainError.Precondition(
        reason, ("resource", arrangement.ResourceName), ("state", arrangement.State.ToString()));
}
