using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> FileAnnualPlan(FileAnnualPlanRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalDate("filed_on", request.FiledOn) ?? clock.Today();
        wrong.OptionalText("filed_to", request.FiledTo).AddIf(on > clock.Today(), "filed_on", "DATE_IN_FUTURE").ThrowIfAny();
        var plan = await FindAsync(request.Name, context);

        plan.File(on, request.FiledTo);
        db.Enqueue(new PlanFiled(plan.ResourceName, plan.Unit, plan.Year, on, plan.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }
}
