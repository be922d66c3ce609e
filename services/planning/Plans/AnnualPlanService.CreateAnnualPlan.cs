using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> CreateAnnualPlan(CreateAnnualPlanRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations().Range("year", request.Year, 2000, 2100);
        PlanContent.Check(request.Plan, Masks.Writable(null, "title", "guiding_ideas", "items"), wrong);
        wrong.ThrowIfAny();

        var plan = new AnnualPlan(unit, request.Year);
        plan.Write(request.Plan.Title, request.Plan.GuidingIdeas, PlanContent.ItemsOf(request.Plan));
        db.Add(plan);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("annual_plan"))
        {
            throw PlanErrors.Exists(plan.ResourceName);
        }

        return ToProto(plan);
    }
}
