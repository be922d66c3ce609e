using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Assessments;

/// <summary>What can go wrong with an assessment.</summary>
internal static class AssessmentErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("ASSESSMENT_NOT_FOUND", name);

    /// <summary>The id is taken, or the unit has one by this scheme for the period.</summary>
    public static DomainError Exists(string name) => DomainError.Exists("ASSESSMENT_EXISTS", name);

    public static DomainError AssessorIsOwner(Assessment assessment) =>
        DomainError.Denied("ASSESSOR_IS_OWNER", ("resource", assessment.ResourceName));

    public static DomainError Shown(Assessment assessment) => Wrong("ASSESSMENT_SHOWN", assessment);

    public static DomainError NotEvaluated(Assessment assessment) => Wrong("ASSESSMENT_NOT_EVALUATED", assessment);

    public static DomainError NotShown(Assessment assessment) => Wrong("ASSESSMENT_NOT_SHOWN", assessment);

    public static DomainError LinesOpen(Assessment assessment) => DomainError.Precondition(
        "LINES_OPEN", ("resource", assessment.ResourceName), ("lines", string.Join(", ", assessment.OpenLines())));

    public static DomainError AppealExists(Assessment assessment) => Wrong("APPEAL_EXISTS", assessment);

    public static DomainError AppealNotPending(Assessment assessment) => Wrong("APPEAL_NOT_PENDING", assessment);

    public static DomainError AppealsPending(Assessment assessment) => Wrong("APPEALS_PENDING", assessment);

    private static DomainError Wrong(string reason, Assessment assessment) => DomainError.Precondition(
        reason, ("resource", assessment.ResourceName), ("state", assessment.State.ToString()));
}
