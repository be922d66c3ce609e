using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Personal;

/// <summary>What can go wrong with a self-study plan.</summary>
internal static class SelfStudyPlanErrors
{
    /// <summary>Also for one of another person that is not shown.</summary>
    public static DomainError NotFound(string name) => DomainError.NotFound("SELF_STUDY_PLAN_NOT_FOUND", name);

    /// <summary>The id is taken, or the person has one for the year.</summary>
    public static DomainError Exists(string name) => DomainError.Exists("SELF_STUDY_PLAN_EXISTS", name);
}
