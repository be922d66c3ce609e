using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Categories;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlanService
{
    public override async Task<V1.AnnualPlan> UpdateAnnualPlan(UpdateAnnualPlanRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, PlanContent.Fields);
        var wrong = new Violations();
        PlanContent.Check(request.Plan, fields, await db.CategoryTitlesAsync(context.CancellationToken), wrong);
        wrong.ThrowIfAny();
        var plan = await FindAsync(request.Plan.Name, context);
        plan.RequireEtag(request.Plan.Etag);

        plan.Write(
            fields.Contains("title") ? request.Plan.Title : null,
            fields.Contains("guiding_ideas") ? request.Plan.GuidingIdeas : null,
            fields.Contains("requirements") ? request.Plan.Requirements : null,
            fields.Contains("items") ? PlanContent.ItemsOf(request.Plan) : null);
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }
}
