using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Practices;

/// <summary>What can go wrong with the proposal of a good practice.</summary>
internal static class PracticeProposalErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("PRACTICE_PROPOSAL_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("PRACTICE_PROPOSAL_EXISTS", name);

    public static DomainError Decided(string name) =>
        DomainError.Precondition("PRACTICE_PROPOSAL_DECIDED", ("resource", name));
}
