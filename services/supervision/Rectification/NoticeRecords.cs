using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

/// <summary>A problem that a notice asks to put right, with what the unit means to do and did about it.</summary>
/// <param name="Problem">Id of the problem.</param>
internal sealed record NoticeItem(
    int Number, string Problem, string Requirement, string Text, string Category, string RuleReference)
{
    public MeasurePlan? Plan { get; init; }

    public MeasureReport? Report { get; init; }
}

internal sealed record MeasurePlan(
    string Measures, string ResponsibleLeader, string ResponsibleUnit, string ResponsiblePerson, DateOnly DueOn);

internal sealed record MeasureReport(ItemStatus Status, string Result, List<string> Evidence);

/// <summary>The unit's report; it counts once the leader has approved it.</summary>
/// <param name="ReportedBy">Id of the person who drafted it; empty while there is none.</param>
internal sealed record UnitReport(
    string Summary, string LongTermMechanism, string ReportedBy, string ApprovedBy, DateOnly? ReportedOn, string Opinion)
{
    public static readonly UnitReport None = new("", "", "", "", null, "");

    public bool WaitsForLeader => ReportedBy.Length > 0 && ApprovedBy.Length == 0;
}

internal sealed record LookBackRecord(
    DateOnly CheckedOn, List<LookBackWay> Ways, List<string> People, List<LookBackItem> Results, string Conclusion,
    string FollowUp, string RecordedBy)
{
    public bool IsPassed => Results.TrueForAll(result => result.Finding == LookBackFinding.Rectified);
}

internal sealed record LookBackItem(int Item, LookBackFinding Finding, string Evidence);

/// <summary>A step of the notice: what it led to, when and by whom, and the due date that held after it.</summary>
internal sealed record NoticeStep(NoticeState State, DateOnly On, string Person, string Remark, DateOnly? DueOn);

/// <summary>More time that the unit asked for.</summary>
internal sealed record ExtensionRequest(DateOnly AskedDueOn, string Reason, string AskedBy, DateOnly AskedOn)
{
    public ExtensionDecision Decision { get; init; } = ExtensionDecision.Pending;

    public string DecidedBy { get; init; } = "";

    public DateOnly? DecidedOn { get; init; }

    public string Opinion { get; init; } = "";

    public DateOnly? GrantedDueOn { get; init; }

    public bool IsPending => Decision == ExtensionDecision.Pending;
}
