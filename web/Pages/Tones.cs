using StudySuite.Bulletin.V1;
using StudySuite.Notifications.V1;
using StudySuite.Planning.V1;
using StudySuite.Sessions.V1;
using StudySuite.Supervision.V1;

namespace StudySuite.Web.Pages;

/// <summary>The colour of a state; never the only sign of it.</summary>
internal static class Tones
{
    public static string Of(AlertLevel level) => level switch
    {
        AlertLevel.Overdue or AlertLevel.Escalated => "bad",
        AlertLevel.DueSoon or AlertLevel.Due => "warn",
        AlertLevel.Action => "info",
        _ => "",
    };

    public static string Of(SessionState state) => state switch
    {
        SessionState.Complete or SessionState.Archived => "good",
        SessionState.Cancelled => "",
        SessionState.Postponed => "warn",
        _ => "info",
    };

    public static string Of(ExtensionDecision decision) => decision switch
    {
        ExtensionDecision.Approved => "good",
        ExtensionDecision.Refused => "bad",
        _ => "info",
    };

    public static string Of(SelfReportState state) => state switch
    {
        SelfReportState.Confirmed => "good",
        SelfReportState.Objected => "bad",
        SelfReportState.Answered => "warn",
        _ => "info",
    };

    public static string Of(CoverageState state) => state switch
    {
        CoverageState.Held => "good",
        CoverageState.Missed => "bad",
        CoverageState.NotPlanned => "warn",
        _ => "info",
    };

    public static string Of(ArrangementState state) => state switch
    {
        ArrangementState.Issued => "good",
        ArrangementState.Draft => "info",
        _ => "",
    };

    public static string Of(PlanFilingState state) => state switch
    {
        PlanFilingState.Accepted or PlanFilingState.Filed => "good",
        PlanFilingState.Overdue => "bad",
        PlanFilingState.DueSoon or PlanFilingState.Paused => "warn",
        _ => "info",
    };

    public static string Of(ResearchProjectState state) => state switch
    {
        ResearchProjectState.Done => "good",
        ResearchProjectState.Open => "info",
        _ => "",
    };

    public static string Of(PlanState state) => state switch
    {
        PlanState.Accepted or PlanState.Filed or PlanState.Amended => "good",
        PlanState.Returned => "bad",
        _ => "info",
    };
}
