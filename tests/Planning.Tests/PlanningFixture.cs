using Grpc.Net.Client;
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

    /// <summary>Channels, for the clients of the other services.</summary>
    public GrpcChannel AsSecretary(string unit = "xinxiang-kegong") => host.Channel($"StudySecretary:/xinxiang/{unit}/");

    public GrpcChannel AsLeader(string unit = "xinxiang-kegong") => host.Channel($"GroupLeader:/xinxiang/{unit}/");

    public GrpcChannel AsPublicity() => host.Channel("Publicity:/xinxiang/*");

    /// <summary>Sets the clock without the ticks between, of which timers of a second would have millions.</summary>
    public void MoveTo(DateOnly day) => host.Clock.AdjustTime(new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero));

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

    /// <summary>A plan of next year, accepted: one discussion with two speakers a month.</summary>
    public async Task<AnnualPlan> GivenAcceptedPlanAsync(string unit = "xinxiang-kegong", int year = 2024, AnnualPlan? text = null)
    {
        var plan = await Secretary(unit).CreateAnnualPlanAsync(new() { Parent = $"units/{unit}", Year = year, Plan = text ?? FullYear() });
        await Secretary(unit).SubmitAnnualPlanAsync(new() { Name = plan.Name });
        await new AnnualPlanServiceClient(AsLeader(unit)).ApproveAnnualPlanAsync(
            new() { Name = plan.Name, Meeting = "第1次党组会", ApprovedOn = "2023-12-18" });
        await Secretary(unit).FileAnnualPlanAsync(new() { Name = plan.Name, FiledOn = "2023-12-19" });
        return await Publicity().AcceptAnnualPlanAsync(new() { Name = plan.Name, ReceiptNumber = $"备{unit}" });
    }

    public static AnnualPlan FullYear() => new()
    {
        Title = "2024年度学习计划",
        Items =
        {
            Enumerable.Range(1, 12).Select(month => new PlanItem
            {
                Id = $"m{month:d2}", Month = month, Topic = $"第{month}专题", Forms = { StudyForm.Discussion }, KeynoteSpeakers = { "甲", "乙" },
            }),
        },
    };

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
