using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService(PlanningDbContext db, TimeProvider clock)
    : V1.AnnualPlanService.AnnualPlanServiceBase
{
    private async Task<AnnualPlan> FindAsync(string name, ServerCallContext context)
    {
        var (_, year) = PlanName.Parse(name);
        return await db.Plans.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(plan => plan.Year == year, context.CancellationToken)
            ?? throw PlanErrors.NotFound(name);
    }

    private static V1.AnnualPlan ToProto(AnnualPlan plan) => new()
    {
        Name = plan.ResourceName,
        Year = plan.Year,
        Title = plan.Title,
        GuidingIdeas = plan.GuidingIdeas,
        Items = { plan.Items.Select(ToProto) },
        State = (V1.PlanState)plan.State,
        ApprovedByMeeting = plan.ApprovedByMeeting,
        ApprovedOn = plan.ApprovedOn.ToText(),
        ApprovedBy = plan.ApprovedBy,
        FiledOn = plan.FiledOn.ToText(),
        ReceiptNumber = plan.ReceiptNumber,
        ReturnReason = plan.ReturnReason,
        Etag = plan.Etag,
        CreateTime = plan.CreatedAt.ToTimestamp(),
        UpdateTime = plan.UpdatedAt.ToTimestamp(),
    };

    private static V1.PlanItem ToProto(PlanItem item) => new()
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
    };
}
