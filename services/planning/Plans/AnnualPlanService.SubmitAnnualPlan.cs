using Grpc.Core;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> SubmitAnnualPlan(SubmitAnnualPlanRequest request, ServerCallContext context)
    {
        var plan = await FindAsync(request.Name, context);
        plan.RequireEtag(request.Etag);

        plan.RequireEditable();
        await checker.RequireUnblockedAsync(plan.ResourceName, plan.Unit, plan.Year, plan.Text, context.CancellationToken);
        plan.Submit();
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }
}
