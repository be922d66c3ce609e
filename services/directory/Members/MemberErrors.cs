using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Members;

/// <summary>What can go wrong with a membership.</summary>
internal static class MemberErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("MEMBER_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("MEMBER_EXISTS", name);

    public static DomainError LeaderExists(string unit) => DomainError.Exists("LEADER_EXISTS", $"units/{unit}");

    public static DomainError Ended(Member member) =>
        DomainError.Precondition("MEMBER_ENDED", ("resource", member.ResourceName));

    public static DomainError EndBeforeStart(Member member) =>
        DomainError.Precondition("END_BEFORE_START", ("resource", member.ResourceName));
}
