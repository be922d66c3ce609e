using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.PlanFilingService;

namespace StudySuite.Planning.Tests.Filing;

public class FilingSweepTests
{
    private const string Plan = "units/xinxiang-kegong/plans/2024";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Sweep_DayByDay_RecallsTenDaysBeforeOnTheDayAndFiveAfter()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        await planning.GivenAcceptedPlanAsync("xinxiang-weijian");

        for (var day = new DateOnly(2024, 1, 18); day < new DateOnly(2024, 2, 12); day = day.AddDays(1))
        {
            await SweepAsync(planning.Host, day);
        }

        // Only the unit that has not filed; the county itself files outside the suite.
        Assert.Equal([(Plan, new DateOnly(2024, 1, 31))], (await planning.Host.SentAsync<PlanFilingDueSoon>()).Select(e => (e.Plan, e.DueOn)));
        Assert.Equal([Plan], (await planning.Host.SentAsync<PlanFilingDue>()).Select(e => e.Plan));
        Assert.Equal([Plan], (await planning.Host.SentAsync<PlanFilingOverdue>()).Select(e => e.Plan));
    }

    [Fact]
    public async Task Sweep_LongAfter_RecallsNothing()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);

        await SweepAsync(planning.Host, new DateOnly(2024, 11, 25));

        Assert.Empty(await planning.Host.SentAsync<PlanFilingOverdue>());
    }

    [Fact]
    public async Task Filing_PausedAndResumed_IsRecalledByTheMovedDate()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var office = new PlanFilingServiceClient(planning.AsPublicity());
        planning.MoveTo(new DateOnly(2024, 1, 21));
        await SweepAsync(planning.Host, planning.Host.Clock.Today());

        await office.PausePlanFilingAsync(new() { Name = Plan, Reason = "机构改革", RequestId = "pause-0001" });
        var twice = await Refused.ByAsync(office.PausePlanFilingAsync(new() { Name = Plan, Reason = "再停" }));
        await SweepAsync(planning.Host, new DateOnly(2024, 2, 20));
        planning.MoveTo(new DateOnly(2024, 2, 20));
        var resumed = await office.ResumePlanFilingAsync(new() { Name = Plan });
        await SweepAsync(planning.Host, new DateOnly(2024, 2, 20));
        await SweepAsync(planning.Host, new DateOnly(2024, 3, 1));
        await SweepAsync(planning.Host, new DateOnly(2024, 3, 6));

        Assert.Equal(("FILING_PAUSED", "2024-03-01"), (twice.Reason, resumed.DueOn));
        var own = (await planning.Host.SentAsync<PlanFilingDueSoon>()).Where(e => e.Plan == Plan);
        Assert.Equal([new DateOnly(2024, 1, 31)], own.Select(e => e.DueOn));
        Assert.Equal([new DateOnly(2024, 3, 1)], (await planning.Host.SentAsync<PlanFilingDue>()).Where(e => e.Plan == Plan).Select(e => e.DueOn));
        Assert.Equal([new DateOnly(2024, 3, 1)], (await planning.Host.SentAsync<PlanFilingOverdue>()).Where(e => e.Plan == Plan).Select(e => e.DueOn));
    }

    [Fact]
    public async Task Filing_Extended_IsRecalledAnewForWhatLiesAhead()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var office = new PlanFilingServiceClient(planning.AsPublicity());
        planning.MoveTo(new DateOnly(2024, 2, 5));
        await SweepAsync(planning.Host, planning.Host.Clock.Today());

        var extended = await office.ExtendPlanFilingAsync(new() { Name = Plan, DueOn = "2024-03-31", Reason = "班子调整" });
        var listed = (await office.ListPlanFilingsAsync(new() { Parent = "units/xinxiang", Year = 2024, OnlyOpen = true })).PlanFilings;
        foreach (var day in new[] { new DateOnly(2024, 2, 6), new(2024, 3, 21), new(2024, 3, 31), new(2024, 4, 5) })
        {
            await SweepAsync(planning.Host, day);
        }

        await planning.GivenAcceptedPlanAsync();
        var late = await Refused.ByAsync(office.ExtendPlanFilingAsync(new() { Name = Plan, DueOn = "2024-05-31", Reason = "再延" }));

        Assert.Equal((PlanFilingState.Pending, "班子调整"), (extended.State, extended.Reason));
        Assert.Equal(
            [(Plan, 0), ("units/xinxiang-weijian/plans/2024", 5), ("units/xinxiang/plans/2024", 5)],
            listed.Select(filing => (filing.Name, filing.DaysLate)).OrderBy(row => row.Name, StringComparer.Ordinal));
        Assert.Equal(
            [new DateOnly(2024, 1, 31), new(2024, 3, 31)],
            (await planning.Host.SentAsync<PlanFilingOverdue>()).Where(e => e.Plan == Plan).Select(e => e.DueOn));
        Assert.Single(await planning.Host.SentAsync<PlanFilingDueSoon>(), e => e.Plan == Plan);
        Assert.Equal("PLAN_FILED", late.Reason);
    }

    [Fact]
    public async Task Sweep_ByTwoReplicasAtOnce_RecallsOnce()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var settings = planning.Host.Services.GetRequiredService<IConfiguration>();
        await using var replica = await ServiceHost<PlanningDbContext>.StartAsync(
            Backing, Backing == Backing.Servers ? ("Database:Connection", settings["Database:Connection"]!) : ("Database:Folder", settings["Database:Folder"]!));
        for (var i = 0; i < 20; i++)
        {
            await planning.Host.GivenUnitAsync($"unit-{i:d2}", $"单位{i}", "xinxiang");
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SweepAsync(i % 2 == 0 ? planning.Host : replica, new DateOnly(2024, 2, 10))));

        var recalled = await planning.Host.SentAsync<PlanFilingOverdue>();
        Assert.Equal((22, 22), (recalled.Count, recalled.Select(e => e.Plan).Distinct().Count()));
        Assert.Empty(await planning.Host.SentAsync<PlanFilingDue>());
    }

    /// <summary>As the sweeper runs it on that day: in a transaction of its own.</summary>
    private static async Task SweepAsync(ServiceHost<PlanningDbContext> host, DateOnly today)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanningDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep<PlanningDbContext>>())
        {
            await sweep.SweepAsync(db, today, CancellationToken.None);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}

[Trait("Needs", "Servers")]
public sealed class FilingSweepOnPostgresTests : FilingSweepTests
{
    protected override Backing Backing => Backing.Servers;
}
