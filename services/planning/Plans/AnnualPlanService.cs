using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Planning.Checks;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService(PlanningDbContext db, PlanChecker checker, TimeProvider clock)
    : V1.AnnualPlanService.AnnualPlanServiceBase
{
    private Task<AnnualPlan> FindAsync(string name, ServerCallContext context) =>
        db.FindPlanAsync(name, context.Call(), context.CancellationToken);
}

internal static class PlanQueries
{
    public static async Task<AnnualPlan> FindPlanAsync(
        this PlanningDbContext db, string name, CallContext call, CancellationToken cancellationToken)
    {
        var (_, year) = PlanName.Parse(name);
        return await db.Plans.VisibleTo(call, db).SingleOrDefaultAsync(plan => plan.Year == year, cancellationToken)
            ?? throw PlanErrors.NotFound(name);
    }
}
