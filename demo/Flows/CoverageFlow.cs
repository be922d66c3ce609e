using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Planning.V1;

namespace StudySuite.Demo.Flows;

/// <summary>One plan is amended in the year, and the county sees what became of all plans.</summary>
internal sealed class CoverageFlow(Cast cast)
{
    private static readonly DemoUnit Unit = Units.Below[0];
    private static readonly string Plan = $"{Unit.ResourceName}/plans/{PlanFlow.Year}";

    public async Task RunAsync()
    {
        var secretary = cast[Unit.Secretary].Calls;
        var plan = await new AnnualPlanService.AnnualPlanServiceClient(secretary).GetAnnualPlanAsync(new GetAnnualPlanRequest { Name = Plan });
        if (plan.State == PlanState.Amended)
        {
            return;
        }

        plan.Items[^1].ConversionGoal = "形成全年学习成果转化清单";
        if (plan.AmendmentReason.Length == 0)
        {
            await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(secretary).AmendAnnualPlanAsync(new AmendAnnualPlanRequest
            {
                Name = Plan, Plan = plan, Reason = "落实年度学习成果转化要求", RequestId = "demo-amendment",
            });
        }

        await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(cast[Unit.Leader].Calls).ApproveAmendmentAsync(
            new ApproveAmendmentRequest
            {
                Name = Plan, Meeting = "2023年第9次党组会议", ApprovedOn = "2023-06-05", RequestId = "demo-amendment-approve",
            });
    }

    public async Task PrintAsync(TextWriter output)
    {
        var county = await new CoverageService.CoverageServiceClient(cast["publicity"].Calls).GetCountyCoverageAsync(
            new GetCountyCoverageRequest { Name = $"{Units.County.ResourceName}/countyCoverage/{PlanFlow.Year}" });
        var compared = await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(cast[Unit.Secretary].Calls)
            .CompareAnnualPlanVersionsAsync(new CompareAnnualPlanVersionsRequest { Name = Plan, Left = 1, Right = 2 });
        await output.WriteLineAsync(
            $"""

            计划覆盖 / coverage: {county.Units} 个单位，计划 {county.Totals.Planned} 次，已学 {county.Totals.Held} 次，未学 {county.Totals.Missed} 次，例外单位 {county.Exceptions.Count} 个
            {Unit.Name}计划修订 / one amendment: {compared.Items.Count(item => item.Change == PlanItemChange.Changed)} 项改动，原件保留可对照
            """);
    }
}
