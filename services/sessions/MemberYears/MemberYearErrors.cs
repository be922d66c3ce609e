using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.MemberYears;

/// <summary>What can go wrong with a member's own page.</summary>
internal static class MemberYearErrors
{
    /// <summary>Also for the page of somebody else.</summary>
    public static DomainError NotFound(string name) => DomainError.NotFound("MEMBER_YEAR_NOT_FOUND", name);
}
