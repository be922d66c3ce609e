using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> ApproveAnnualPlan(ApproveAnnualPlanRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("meeting", request.Meeting);
        var on = wrong.Date("approved_on", request.ApprovedOn);
        wrong.AddIf(on > clock.Today(), "approved_on", "DATE_IN_FUTURE").ThrowIfAny();
        var plan = await FindAsync(request.Name, context);
        plan.RequireEtag(request.Etag);

        db.Add(plan.Approve($"people/{context.Caller().Person}", request.Meeting, on));
        db.Enqueue(new PlanApproved(
            plan.ResourceName, plan.Unit, plan.Year, on, plan.NextVersion,
            [.. plan.Items.Select(item => item.ToEvent())]));
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }
}
