using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.Categories;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Amendments;

internal sealed partial class AnnualPlanVersionService
{
    public override async Task<V1.AnnualPlan> AmendAnnualPlan(AmendAnnualPlanRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 1000);
        PlanContent.Check(request.Plan, [.. PlanContent.Fields], await AllTitlesAsync(request, context), wrong);
        wrong.ThrowIfAny();
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        plan.RequireEtag(request.Etag);

        var asked = request.Plan;
        var text = new PlanText(asked.Title, asked.GuidingIdeas, asked.Requirements, PlanContent.ItemsOf(asked));
        plan.Amend(text, request.Reason, $"people/{context.Caller().Person}");
        await checker.RequireUnblockedAsync(plan.ResourceName, plan.Unit, plan.Year, text, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }

    public override async Task<V1.AnnualPlan> ApproveAmendment(ApproveAmendmentRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("meeting", request.Meeting);
        var on = wrong.Date("approved_on", request.ApprovedOn);
        wrong.AddIf(on > clock.Today(), "approved_on", "DATE_IN_FUTURE").ThrowIfAny();
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        plan.RequireEtag(request.Etag);

        var reason = plan.Amendment?.Reason ?? "";
        db.AddRange(plan.ApproveAmendment($"people/{context.Caller().Person}", request.Meeting, on));
        db.Enqueue(new PlanAmended(
            plan.ResourceName, plan.Unit, plan.Year, plan.VersionNumber, on, reason, plan.NextVersion,
            [.. plan.Items.Select(item => item.ToEvent())]));
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }

    public override async Task<V1.AnnualPlan> DeclineAmendment(DeclineAmendmentRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);

        plan.DeclineAmendment(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return plan.ToProto();
    }

    /// <summary>What the plan already says stays allowed, also when its category was retired or renamed since.</summary>
    private async Task<HashSet<string>> AllTitlesAsync(AmendAnnualPlanRequest request, ServerCallContext context)
    {
        var titles = await db.CategoryTitlesAsync(context.CancellationToken);
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        titles.UnionWith(plan.Items.Select(item => item.Category));
        return titles;
    }
}
