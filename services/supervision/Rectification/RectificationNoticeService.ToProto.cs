using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    private V1.RectificationNotice ToProto(RectificationNotice notice) => new()
    {
        Name = notice.ResourceName,
        Organiser = $"units/{notice.Organiser}",
        Basis = notice.Basis,
        Requirements = notice.Requirements,
        Contact = notice.Contact,
        Items = { notice.Items.Select(item => ToProto(notice.Unit, item)) },
        State = (V1.RectificationState)notice.StateOn(clock.Today()),
        Number = notice.Number ?? "",
        IssuedOn = notice.IssuedOn.ToText(),
        DueOn = notice.DueOn.ToText(),
        IsOverdue = notice.IsOverdue(clock.Today()),
        Round = notice.Round,
        Receipt = notice.ReceivedOn is null
            ? null
            : new V1.NoticeReceipt { Person = Person(notice.ReceivedBy), ReceivedOn = notice.ReceivedOn.ToText() },
        Report = notice.Report.ReportedBy.Length == 0 ? null : ToProto(notice.Report),
        AcceptedOn = notice.AcceptedOn.ToText(),
        AcceptedBy = Person(notice.AcceptedBy),
        LookBackDueOn = notice.LookBackDueOn.ToText(),
        LookBacks = { notice.LookBacks.Select(ToProto) },
        History = { notice.History.Select(ToProto) },
        Rulebook = notice.Rulebook,
        Extensions = { notice.Extensions.Select(ToProto) },
        PausedOn = notice.PausedOn.ToText(),
        PauseReason = notice.PauseReason,
        Etag = notice.Etag,
        CreateTime = notice.CreatedAt.ToTimestamp(),
        UpdateTime = notice.UpdatedAt.ToTimestamp(),
    };

    private static V1.RectificationItem ToProto(string unit, NoticeItem item) => new()
    {
        Number = item.Number,
        Problem = $"units/{unit}/problems/{item.Problem}",
        Requirement = item.Requirement,
        Text = item.Text,
        Category = item.Category,
        RuleReference = item.RuleReference,
        Plan = item.Plan is not { } plan ? null : new V1.ItemPlan
        {
            Item = item.Number,
            Measures = plan.Measures,
            ResponsibleLeader = plan.ResponsibleLeader,
            ResponsibleUnit = plan.ResponsibleUnit,
            ResponsiblePerson = plan.ResponsiblePerson,
            DueOn = plan.DueOn.ToText(),
        },
        Report = item.Report is not { } report ? null : new V1.ItemReport
        {
            Item = item.Number, Status = report.Status, Result = report.Result, Evidence = { report.Evidence },
        },
    };

    private static V1.RectificationReport ToProto(UnitReport report) => new()
    {
        Summary = report.Summary,
        LongTermMechanism = report.LongTermMechanism,
        ReportedBy = Person(report.ReportedBy),
        ApprovedBy = Person(report.ApprovedBy),
        ReportedOn = report.ReportedOn.ToText(),
        Opinion = report.Opinion,
    };

    private static V1.LookBack ToProto(LookBackRecord record) => new()
    {
        CheckedOn = record.CheckedOn.ToText(),
        Ways = { record.Ways },
        People = { record.People },
        Results =
        {
            record.Results.Select(result => new V1.LookBackResult
            {
                Item = result.Item, Finding = result.Finding, Evidence = result.Evidence,
            }),
        },
        Conclusion = record.Conclusion,
        FollowUp = record.FollowUp,
        IsPassed = record.IsPassed,
        RecordedBy = Person(record.RecordedBy),
    };

    private static V1.RectificationStep ToProto(NoticeStep step) => new()
    {
        State = (V1.RectificationState)step.State,
        On = step.On.ToText(),
        Person = Person(step.Person),
        Remark = step.Remark,
        DueOn = step.DueOn.ToText(),
    };

    private static V1.RectificationExtension ToProto(ExtensionRequest extension) => new()
    {
        AskedDueOn = extension.AskedDueOn.ToText(),
        Reason = extension.Reason,
        AskedBy = Person(extension.AskedBy),
        AskedOn = extension.AskedOn.ToText(),
        Decision = extension.Decision,
        DecidedBy = Person(extension.DecidedBy),
        DecidedOn = extension.DecidedOn.ToText(),
        Opinion = extension.Opinion,
        GrantedDueOn = extension.GrantedDueOn.ToText(),
    };

    private static string Person(string id) => id.Length == 0 ? "" : $"people/{id}";
}
