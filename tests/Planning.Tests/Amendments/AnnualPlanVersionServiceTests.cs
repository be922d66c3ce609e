using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.AnnualPlanVersionService;

namespace StudySuite.Planning.Tests.Amendments;

public sealed class AnnualPlanVersionServiceTests
{
    [Fact]
    public async Task Amendment_Approved_KeepsTheOriginalComparable()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var plan = await planning.GivenAcceptedPlanAsync();
        var (secretary, leader) = (new AnnualPlanVersionServiceClient(planning.AsSecretary()), new AnnualPlanVersionServiceClient(planning.AsLeader()));
        var changed = plan.Clone();
        changed.Items.RemoveAt(11);
        changed.Items[2].Topic = "全国两会精神";
        changed.Items[2].Month = 4;
        changed.Items.Add(new PlanItem { Id = "extra", Month = 9, Topic = "新增专题" });
        changed.Requirements = "确保学习质量";

        var waiting = await secretary.AmendAnnualPlanAsync(new() { Name = plan.Name, Plan = changed, Reason = "上级部署调整" });
        var amended = await leader.ApproveAmendmentAsync(new() { Name = plan.Name, Meeting = "第9次党组会", ApprovedOn = "2023-12-20" });
        var versions = (await secretary.ListAnnualPlanVersionsAsync(new() { Parent = plan.Name })).Versions;
        var sides = await secretary.CompareAnnualPlanVersionsAsync(new() { Name = plan.Name });

        Assert.Equal((PlanState.Accepted, "上级部署调整", 12), (waiting.State, waiting.AmendmentReason, waiting.Items.Count));
        Assert.DoesNotContain(waiting.Items, item => item.Id == "extra");
        Assert.Equal((PlanState.Amended, 2, "", plan.ReceiptNumber), (amended.State, amended.Version, amended.AmendmentReason, amended.ReceiptNumber));
        Assert.Equal([(1, ""), (2, "上级部署调整")], versions.Select(v => (v.Number, v.Reason)));
        Assert.Equal(plan.Items, versions[0].Items);
        Assert.Equal(["requirements"], sides.ChangedFields);
        Assert.Equal(
            [("extra", PlanItemChange.Added), ("m03", PlanItemChange.Changed), ("m12", PlanItemChange.Removed)],
            sides.Items.Where(row => row.Change != PlanItemChange.Same).Select(row => (row.Id, row.Change)).Order());
        var moved = sides.Items.Single(row => row.Id == "m03");
        Assert.Equal(["month", "topic"], moved.ChangedFields);
        Assert.Equal((3, 4, "第3专题", "全国两会精神"), (moved.Left.Month, moved.Right.Month, moved.Left.Topic, moved.Right.Topic));
        var announced = Assert.Single(await planning.Host.SentAsync<PlanAmended>());
        Assert.Equal((2, "上级部署调整"), (announced.PlanVersion, announced.Reason));
    }

    [Fact]
    public async Task Amendment_DeclinedOrOfADraft_ChangesNothing()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var plan = await planning.GivenAcceptedPlanAsync();
        var (secretary, leader) = (new AnnualPlanVersionServiceClient(planning.AsSecretary()), new AnnualPlanVersionServiceClient(planning.AsLeader()));
        var draft = await planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan());

        var early = await Refused.ByAsync(secretary.AmendAnnualPlanAsync(new() { Name = draft.Name, Plan = draft, Reason = "改" }));
        var none = await Refused.ByAsync(leader.ApproveAmendmentAsync(new() { Name = plan.Name, Meeting = "会", ApprovedOn = "2023-12-20" }));
        await secretary.AmendAnnualPlanAsync(new() { Name = plan.Name, Plan = plan, Reason = "改" });
        var declined = await leader.DeclineAmendmentAsync(new() { Name = plan.Name, Reason = "无必要" });
        var missing = await Refused.ByAsync(secretary.CompareAnnualPlanVersionsAsync(new() { Name = plan.Name, Right = 7 }));

        Assert.Equal(("PLAN_NOT_IN_FORCE", "AMENDMENT_NOT_FOUND", "PLAN_VERSION_NOT_FOUND"), (early.Reason, none.Reason, missing.Reason));
        Assert.Equal((PlanState.Accepted, 1, "", "无必要"), (declined.State, declined.Version, declined.AmendmentReason, declined.AmendmentAnswer));
        Assert.Empty(await planning.Host.SentAsync<PlanAmended>());
    }
}
