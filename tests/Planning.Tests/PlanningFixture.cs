using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.AnnualPlanService;
using static StudySuite.Planning.V1.TopicProposalService;

namespace StudySuite.Planning.Tests;

/// <summary>The planning service with two units of one county.</summary>
internal sealed class PlanningFixture(ServiceHost<PlanningDbContext> host) : IAsyncDisposable
{
    public const string Unit = "units/xinxiang-kegong";

    public ServiceHost<PlanningDbContext> Host => host;

    public static async Task<PlanningFixture> StartAsync(Backing backing)
    {
        var host = await ServiceHost<PlanningDbContext>.StartAsync(backing);
        await host.GivenUnitAsync("xinxiang", "新乡县委");
        await host.GivenUnitAsync("xinxiang-kegong", "县科工局", "xinxiang");
        await host.GivenUnitAsync("xinxiang-weijian", "县卫健委", "xinxiang");
        return new PlanningFixture(host);
    }

    public AnnualPlanServiceClient Secretary(string unit = "xinxiang-kegong") => new(host.Channel($"StudySecretary:/xinxiang/{unit}/"));

    public AnnualPlanServiceClient Leader() => new(host.Channel("GroupLeader:/xinxiang/xinxiang-kegong/"));

    public AnnualPlanServiceClient Publicity() => new(host.Channel("Publicity:/xinxiang/*"));

    public TopicProposalServiceClient Proposer() => new(host.Channel("StudySecretary:/xinxiang/xinxiang-kegong/"));

    public TopicProposalServiceClient Decider() => new(host.Channel("Publicity:/xinxiang/*"));

    public static CreateAnnualPlanRequest NewPlan(string requestId = "") => new()
    {
        Parent = Unit,
        Year = 2023,
        Plan = new AnnualPlan
        {
            Title = "2023年度学习计划",
            Items = { new PlanItem { Month = 1, Topic = "党的二十大精神" }, new PlanItem { Id = "legal", Month = 2, Topic = "习近平法治思想" } },
        },
        RequestId = requestId,
    };

    public async Task<AnnualPlan> GivenSubmittedPlanAsync()
    {
        var plan = await Secretary().CreateAnnualPlanAsync(NewPlan());
        return await Secretary().SubmitAnnualPlanAsync(new SubmitAnnualPlanRequest { Name = plan.Name });
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
