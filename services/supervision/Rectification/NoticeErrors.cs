using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Rectification;

/// <summary>What can go wrong with a rectification notice.</summary>
internal static class NoticeErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("NOTICE_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("NOTICE_EXISTS", name);

    public static DomainError VerifierIsOwner(RectificationNotice notice) =>
        DomainError.Denied("VERIFIER_IS_OWNER", ("resource", notice.ResourceName));

    public static DomainError NotOpen(RectificationNotice notice) => Wrong("NOTICE_NOT_OPEN", notice);

    public static DomainError NotAcknowledgeable(RectificationNotice notice) => Wrong("NOTICE_NOT_ACKNOWLEDGEABLE", notice);

    public static DomainError NotPlannable(RectificationNotice notice) => Wrong("NOTICE_NOT_PLANNABLE", notice);

    public static DomainError NotPlanned(RectificationNotice notice) => Wrong("NOTICE_NOT_PLANNED", notice);

    public static DomainError NotInProgress(RectificationNotice notice) => Wrong("NOTICE_NOT_IN_PROGRESS", notice);

    public static DomainError ReportNotDrafted(RectificationNotice notice) => Wrong("REPORT_NOT_DRAFTED", notice);

    public static DomainError NotReported(RectificationNotice notice) => Wrong("NOTICE_NOT_REPORTED", notice);

    public static DomainError NotAccepted(RectificationNotice notice) => Wrong("NOTICE_NOT_ACCEPTED", notice);

    private static DomainError Wrong(string reason, RectificationNotice notice) => DomainError.Precondition(
        reason, ("resource", notice.ResourceName), ("state", notice.State.ToString()));
}
