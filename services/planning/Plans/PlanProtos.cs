using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Requests;

namespace StudySuite.Planning.Plans;

internal static class PlanProtos
{
    public static V1.AnnualPlan ToProto(this AnnualPlan plan) => new()
    {
        Name = plan.ResourceName,
        Year = plan.Year,
        Title = plan.Title,
        GuidingIdeas = plan.GuidingIdeas,
        Requirements = plan.Requirements,
        Items = { plan.Items.Select(ToProto) },
        State = (V1.PlanState)plan.State,
        ApprovedByMeeting = plan.ApprovedByMeeting,
        ApprovedOn = plan.ApprovedOn.ToText(),
        ApprovedBy = plan.ApprovedBy,
        FiledOn = plan.FiledOn.ToText(),
        FiledTo = plan.FiledTo,
        ReceiptNumber = plan.ReceiptNumber,
        ReturnReason = plan.ReturnReason,
        Version = plan.VersionNumber,
        AmendmentReason = plan.Amendment?.Reason ?? "",
        AmendmentAnswer = plan.AmendmentAnswer,
        Etag = plan.Etag,
        CreateTime = plan.CreatedAt.ToTimestamp(),
        UpdateTime = plan.UpdatedAt.ToTimestamp(),
    };

    public static V1.PlanItem ToProto(this PlanItem item) => new()
    {
        Id = item.Id,
        Month = item.Month,
        Topic = item.Topic,
        Category = item.Category,
        Materials = { item.Materials },
        KeynoteSpeakers = { item.KeynoteSpeakers },
        Lecturer = item.Lecturer,
        ConversionGoal = item.ConversionGoal,
        ResponsibleDepartment = item.ResponsibleDepartment,
        Forms = { item.Forms.Select(form => (V1.StudyForm)form) },
        ResearchTopic = item.ResearchTopic,
        ArrangementTopic = item.ArrangementTopic,
    };
}
