using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Checks;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Amendments;

internal sealed partial class AnnualPlanVersionService(PlanningDbContext db, PlanChecker checker, TimeProvider clock)
    : V1.AnnualPlanVersionService.AnnualPlanVersionServiceBase
{
    public override async Task<ListAnnualPlanVersionsResponse> ListAnnualPlanVersions(
        ListAnnualPlanVersionsRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Parent, context.Call(), context.CancellationToken);
        var versions = await VersionsOf(plan).OrderBy(v => v.Number).ToListAsync(context.CancellationToken);

        return new ListAnnualPlanVersionsResponse { Versions = { versions.Select(v => ToProto(v, withItems: true)) } };
    }

    public override async Task<CompareAnnualPlanVersionsResponse> CompareAnnualPlanVersions(
        CompareAnnualPlanVersionsRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        var left = await FindAsync(plan, request.Left == 0 ? 1 : request.Left, context);
        var right = await FindAsync(plan, request.Right == 0 ? plan.VersionNumber : request.Right, context);

        return new CompareAnnualPlanVersionsResponse
        {
            Left = ToProto(left, withItems: false),
            Right = ToProto(right, withItems: false),
            ChangedFields = { PlanComparison.ChangedHeads(left.Text, right.Text) },
            Items = { PlanComparison.Items(left.Text, right.Text) },
        };
    }

    private IQueryable<PlanVersion> VersionsOf(Plans.AnnualPlan plan) =>
        db.PlanVersions.AsNoTracking().Where(v => v.Unit == plan.Unit && v.Year == plan.Year);

    private async Task<PlanVersion> FindAsync(Plans.AnnualPlan plan, int number, ServerCallContext context) =>
        await VersionsOf(plan).SingleOrDefaultAsync(v => v.Number == number, context.CancellationToken)
        ?? throw PlanErrors.VersionNotFound($"{plan.ResourceName}/versions/{number}");

    private static V1.AnnualPlanVersion ToProto(PlanVersion version, bool withItems)
    {
        var proto = new V1.AnnualPlanVersion
        {
            Name = $"{PlanName.Of(version.Unit, version.Year)}/versions/{version.Number}",
            Number = version.Number,
            Title = version.Text.Title,
            GuidingIdeas = version.Text.GuidingIdeas,
            Requirements = version.Text.Requirements,
            Reason = version.Reason,
            ApprovedByMeeting = version.ApprovedByMeeting,
            ApprovedOn = version.ApprovedOn.ToText(),
            ApprovedBy = version.ApprovedBy,
        };
        if (withItems)
        {
            proto.Items.AddRange(version.Text.Items.Select(item => item.ToProto()));
        }

        return proto;
    }
}
