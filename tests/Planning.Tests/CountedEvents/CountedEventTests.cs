using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests.CountedEvents;

public class CountedEventTests
{
    private protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ListCountedEvents_PlansFiledReturnedAndFiledAgain_AreAsAnnounced()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        await planning.GivenAcceptedPlanAsync("xinxiang-weijian");
        var accepted = await planning.GivenAcceptedPlanAsync(year: 2024);
        var returned = await planning.GivenSubmittedPlanAsync();
        await planning.Leader().ApproveAnnualPlanAsync(new() { Name = returned.Name, Meeting = "党组会", ApprovedOn = "2023-01-05" });
        await planning.Secretary().FileAnnualPlanAsync(new() { Name = returned.Name, FiledOn = "2023-01-06" });
        await planning.Publicity().ReturnAnnualPlanAsync(new() { Name = returned.Name, Reason = "补充研讨" });

        await AssertAsync(planning);
        await planning.Secretary().SubmitAnnualPlanAsync(new() { Name = returned.Name });
        await AssertAsync(planning);
        await planning.Leader().ApproveAnnualPlanAsync(new() { Name = returned.Name, Meeting = "党组会", ApprovedOn = "2023-01-10" });
        await planning.Secretary().FileAnnualPlanAsync(new() { Name = returned.Name, FiledOn = "2023-01-11" });
        await AssertAsync(planning);
        accepted.Items.RemoveAt(11);
        await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(planning.AsSecretary()).AmendAnnualPlanAsync(
            new() { Name = accepted.Name, Plan = accepted, Reason = "上级部署调整" });
        await AssertAsync(planning);
        await new AnnualPlanVersionService.AnnualPlanVersionServiceClient(planning.AsLeader()).ApproveAmendmentAsync(
            new() { Name = accepted.Name, Meeting = "第9次党组会", ApprovedOn = "2023-12-20" });
        await AssertAsync(planning);
    }

    private static Task AssertAsync(PlanningFixture planning) => Testing.CountedEvents.AssertAsAnnouncedAsync(
        planning.Host,
        (calls, request) => new CountedEventService.CountedEventServiceClient(calls).ListCountedEvents(request),
        ["planning.plan-filed.v1", "planning.plan-returned.v1"],
        ["planning.plan-approved.v1", "planning.plan-amended.v1"]);
}

[Trait("Needs", "Servers")]
public sealed class CountedEventOnServersTests : CountedEventTests
{
    private protected override Backing Backing => Backing.Servers;
}
