using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Personal;

/// <summary>What can go wrong with a research topic.</summary>
internal static class ResearchTopicErrors
{
    /// <summary>Also when somebody else's is to be changed.</summary>
    public static DomainError NotFound(string name) => DomainError.NotFound("RESEARCH_TOPIC_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("RESEARCH_TOPIC_EXISTS", name);

    public static DomainError MemberUnknown(string person) => DomainError.Precondition("MEMBER_UNKNOWN", ("person", person));

    public static DomainError Ended(ResearchTopic topic) => DomainError.Precondition(
        "RESEARCH_TOPIC_ENDED", ("resource", topic.ResourceName), ("state", topic.State.ToString()));
}
