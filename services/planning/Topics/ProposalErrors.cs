using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Topics;

/// <summary>What can go wrong with a topic proposal.</summary>
internal static class ProposalErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("PROPOSAL_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("PROPOSAL_EXISTS", name);

    public static DomainError Answered(TopicProposal proposal) => DomainError.Precondition(
        "PROPOSAL_ANSWERED", ("resource", proposal.ResourceName), ("state", proposal.State.ToString()));

    /// <summary>Into itself, one of another year, or one that is declined or merged itself.</summary>
    public static DomainError MergeWrong(TopicProposal proposal, string into) => DomainError.Precondition(
        "PROPOSAL_MERGE_WRONG", ("resource", proposal.ResourceName), ("into", into));
}
