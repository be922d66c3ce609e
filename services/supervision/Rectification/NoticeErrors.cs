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

    public static DomainError ItemsNotDone(RectificationNotice notice) => DomainError.Precondition(
        "ITEMS_NOT_DONE", ("resource", notice.ResourceName),
        ("items", string.Join(", ", notice.Items.Where(i => i.Report?.Status != V1.ItemStatus.Done).Select(i => i.Number))));

    public static DomainError NotAwaitingReport(RectificationNotice notice) => Wrong("NOTICE_NOT_AWAITING_REPORT", notice);

    public static DomainError ExtensionPending(RectificationNotice notice) => Wrong("EXTENSION_PENDING", notice);

    public static DomainError ExtensionNotPending(RectificationNotice notice) => Wrong("EXTENSION_NOT_PENDING", notice);

    public static DomainError Paused(RectificationNotice notice) => Wrong("NOTICE_PAUSED", notice);

    public static DomainError NotIssued(RectificationNotice notice) => Wrong("NOTICE_NOT_ISSUED", notice);

    public static DomainError NotPaused(RectificationNotice notice) => Wrong("NOTICE_NOT_PAUSED", notice);

    private static DomainError Wrong(string reason, RectificationNotice notice) => DomainError.Precondition(
        reason, ("resource", notice.ResourceName), ("state", notice.State.ToString()));
}
