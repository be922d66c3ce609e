using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> GetAnnualPlan(GetAnnualPlanRequest request, ServerCallContext context) =>
        (await FindAsync(request.Name, context)).ToProto();

    public override async Task<ListAnnualPlansResponse> ListAnnualPlans(
        ListAnnualPlansRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var plans = db.Plans.AsNoTracking().VisibleTo(context.Call(), db);
        if (request.Year != 0)
        {
            plans = plans.Where(plan => plan.Year == request.Year);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            plans = plans.Where(plan => plan.Unit.CompareTo(after.Unit) > 0
                || (plan.Unit == after.Unit && plan.Year > after.Year));
        }

        var read = await plans.OrderBy(plan => plan.Unit).ThenBy(plan => plan.Year).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, plan => new PageKey(plan.Unit, plan.Year));

        return new ListAnnualPlansResponse { Plans = { rows.Select(row => row.ToProto()) }, NextPageToken = next };
    }

    private sealed record PageKey(string Unit, int Year);
}
