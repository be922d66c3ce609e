using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Categories;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> CreateAnnualPlan(CreateAnnualPlanRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations().Range("year", request.Year, 2000, 2100);
        PlanContent.Check(
            request.Plan, [.. PlanContent.Fields], await db.CategoryTitlesAsync(context.CancellationToken), wrong);
        wrong.ThrowIfAny();

        var plan = new AnnualPlan(unit, request.Year);
        plan.Write(
            request.Plan.Title, request.Plan.GuidingIdeas, request.Plan.Requirements, PlanContent.ItemsOf(request.Plan));
        db.Add(plan);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("annual_plan"))
        {
            throw PlanErrors.Exists(plan.ResourceName);
        }

        return plan.ToProto();
    }
}
