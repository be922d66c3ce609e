using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests.Plans;

public class AnnualPlanServiceTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Plan_FromDraftToAccepted_IsAnnouncedAndAudited()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.GivenSubmittedPlanAsync();

        await planning.Leader().ApproveAnnualPlanAsync(new ApproveAnnualPlanRequest { Name = plan.Name, Meeting = "第1次党组会", ApprovedOn = "2023-01-10" });
        await planning.Secretary().FileAnnualPlanAsync(new FileAnnualPlanRequest { Name = plan.Name, FiledOn = "2023-01-16" });
        var accepted = await planning.Publicity().AcceptAnnualPlanAsync(new AcceptAnnualPlanRequest { Name = plan.Name, ReceiptNumber = "1号" });

        Assert.Equal(PlanState.Accepted, accepted.State);
        Assert.Equal(["01", "legal"], accepted.Items.Select(item => item.Id));
        var approved = Assert.Single(await planning.Host.SentAsync<PlanApproved>());
        Assert.Equal(("units/xinxiang-kegong/plans/2023", new DateOnly(2023, 1, 10), 3L), (approved.Plan, approved.ApprovedOn, approved.Version));
        Assert.Single(await planning.Host.SentAsync<PlanFiled>());
        var trail = await planning.Host.ReadAsync(db => db.Set<AuditEntry>()
            .Where(entry => entry.Resource == plan.Name).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(
            ["CreateAnnualPlan", "SubmitAnnualPlan", "ApproveAnnualPlan", "FileAnnualPlan", "AcceptAnnualPlan"],
            trail.Select(action => action.Split('/')[1]));
    }

    [Fact]
    public async Task CreateAnnualPlan_Twice_IsRefusedAndKeepsTheFirst()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        await planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan());

        var refused = await Refused.ByAsync(planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan()));

        Assert.Equal((StatusCode.AlreadyExists, "PLAN_EXISTS"), (refused.Status, refused.Reason));
    }

    [Fact]
    public async Task CreateAnnualPlan_SameRequestId_AnswersTheSame()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var request = PlanningFixture.NewPlan("request-0001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await planning.Secretary().CreateAnnualPlanAsync(request)));
        var other = PlanningFixture.NewPlan("request-0001");
        other.Plan.Title = "另一个计划";
        var reused = await Refused.ByAsync(planning.Secretary().CreateAnnualPlanAsync(other));

        Assert.Single(answers.Distinct());
        Assert.Contains(("request_id", "REQUEST_ID_REUSED"), reused.Violations);
        Assert.Equal(1, await planning.Host.ReadAsync(db => db.Plans.CountAsync()));
    }

    [Fact]
    public async Task CreateAnnualPlan_MalformedFields_NamesAllOfThem()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var request = PlanningFixture.NewPlan();
        request.Year = 1;
        request.Plan.Title = "";
        request.Plan.Items[0].Month = 13;
        request.Plan.Items[1].Id = "Not an id";

        var refused = await Refused.ByAsync(planning.Secretary().CreateAnnualPlanAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, refused.Status);
        Assert.Equal(
            [("plan.items[0].month", "NUMBER_OUT_OF_RANGE"), ("plan.items[1].id", "ID_INVALID"), ("plan.title", "FIELD_REQUIRED"), ("year", "NUMBER_OUT_OF_RANGE")],
            refused.Violations.Order());
        Assert.Equal(0, await planning.Host.ReadAsync(db => db.Plans.CountAsync()));
    }

    [Fact]
    public async Task ApproveAnnualPlan_OfDraft_IsRefused()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan());

        var refused = await Refused.ByAsync(planning.Leader().ApproveAnnualPlanAsync(
            new ApproveAnnualPlanRequest { Name = plan.Name, Meeting = "会", ApprovedOn = "2023-01-10" }));

        Assert.Equal((StatusCode.FailedPrecondition, "PLAN_NOT_SUBMITTED"), (refused.Status, refused.Reason));
        Assert.Empty(await planning.Host.SentAsync<PlanApproved>());
    }

    [Fact]
    public async Task ApproveAnnualPlan_BySecretary_IsDeniedAndAudited()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.GivenSubmittedPlanAsync();

        var refused = await Refused.ByAsync(planning.Secretary().ApproveAnnualPlanAsync(
            new ApproveAnnualPlanRequest { Name = plan.Name, Meeting = "会", ApprovedOn = "2023-01-10" }));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (refused.Status, refused.Reason));
        Assert.True(await planning.Host.ReadAsync(db => db.Set<AuditEntry>().AnyAsync(entry => entry.Outcome == "ROLE_MISSING")));
    }

    [Fact]
    public async Task GetAnnualPlan_OfForeignUnit_LooksAbsent()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan());
        var foreign = planning.Secretary("xinxiang-weijian");

        var there = await Refused.ByAsync(foreign.GetAnnualPlanAsync(new GetAnnualPlanRequest { Name = plan.Name }));
        var absent = await Refused.ByAsync(foreign.GetAnnualPlanAsync(new GetAnnualPlanRequest { Name = "units/nowhere/plans/2023" }));

        Assert.Equal((StatusCode.NotFound, "UNIT_NOT_FOUND"), (there.Status, there.Reason));
        Assert.Equal((absent.Status, absent.Reason), (there.Status, there.Reason));
    }

    [Fact]
    public async Task UpdateAnnualPlan_StaleEtag_ChangesNothing()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.Secretary().CreateAnnualPlanAsync(PlanningFixture.NewPlan());
        plan.Title = "先改";
        await planning.Secretary().UpdateAnnualPlanAsync(new UpdateAnnualPlanRequest { Plan = plan });
        plan.Title = "后改";

        var refused = await Refused.ByAsync(planning.Secretary().UpdateAnnualPlanAsync(new UpdateAnnualPlanRequest { Plan = plan }));

        Assert.Equal((StatusCode.Aborted, "ETAG_STALE"), (refused.Status, refused.Reason));
        Assert.Equal("先改", (await planning.Secretary().GetAnnualPlanAsync(new GetAnnualPlanRequest { Name = plan.Name })).Title);
    }

    [Fact]
    public async Task ReturnAnnualPlan_ByLeader_CanBeSubmittedAgain()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var plan = await planning.GivenSubmittedPlanAsync();

        var byPublicity = await Refused.ByAsync(planning.Publicity().ReturnAnnualPlanAsync(new ReturnAnnualPlanRequest { Name = plan.Name, Reason = "不归我退" }));
        var returned = await planning.Leader().ReturnAnnualPlanAsync(new ReturnAnnualPlanRequest { Name = plan.Name, Reason = "补充法治内容" });
        var again = await planning.Secretary().SubmitAnnualPlanAsync(new SubmitAnnualPlanRequest { Name = plan.Name });

        Assert.Equal("PLAN_NOT_RETURNABLE", byPublicity.Reason);
        Assert.Equal((PlanState.Returned, PlanState.Submitted), (returned.State, again.State));
        Assert.Equal("补充法治内容", Assert.Single(await planning.Host.SentAsync<PlanReturned>()).Reason);
    }

    [Fact]
    public async Task ListAnnualPlans_AcrossUnits_PagesWhatTheCallerMaySee()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        foreach (var unit in new[] { "xinxiang-weijian", "xinxiang-kegong" })
        {
            var request = PlanningFixture.NewPlan();
            request.Parent = $"units/{unit}";
            await planning.Secretary(unit).CreateAnnualPlanAsync(request);
        }

        var first = await planning.Publicity().ListAnnualPlansAsync(new ListAnnualPlansRequest { Parent = "units/-", PageSize = 1 });
        var second = await planning.Publicity().ListAnnualPlansAsync(
            new ListAnnualPlansRequest { Parent = "units/-", PageSize = 1, PageToken = first.NextPageToken });
        var own = await planning.Secretary().ListAnnualPlansAsync(new ListAnnualPlansRequest { Parent = "units/-" });

        Assert.Equal(
            ["units/xinxiang-kegong/plans/2023", "units/xinxiang-weijian/plans/2023"],
            first.Plans.Concat(second.Plans).Select(plan => plan.Name));
        Assert.Empty(second.NextPageToken);
        Assert.Equal(["units/xinxiang-kegong/plans/2023"], own.Plans.Select(plan => plan.Name));
    }
}

[Trait("Needs", "Servers")]
public sealed class AnnualPlanServiceOnPostgresTests : AnnualPlanServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
