using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests.Deadlines;

/// <summary>The shared mechanism on a service's database.</summary>
public class DeadlineAlertTests
{
    private const string Subject = "units/xinxiang-kegong/plans/2024";
    private static readonly DateOnly Due = new(2024, 1, 31);
    private static readonly WorkCalendar Calendar = new([], []);
    private static readonly AlertLadder Ladder = new(new("DUE_SOON", -10), new("DUE", 0), new("OVERDUE", 5));

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Raise_DayByDayWithRestartsAndAClockSetBack_AnnouncesEachLevelOnce()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);
        var days = new[] { "2024-01-20", "2024-01-21", "2024-01-22", "2024-01-31", "2024-01-25", "2024-01-31", "2024-02-05", "2024-01-01", "2024-02-20" };

        foreach (var day in days)
        {
            // Each look has a context of its own, as after a restart.
            await LookAsync(host, DateOnly.Parse(day, null), new Deadline(Due));
        }

        Assert.Equal(["DUE_SOON", "DUE", "OVERDUE"], await RaisedAsync(host));
    }

    [Fact]
    public async Task Raise_AfterDowntime_AnnouncesOnlyTheHighest()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);

        await LookAsync(host, new(2024, 3, 1), new Deadline(Due));
        await LookAsync(host, new(2024, 1, 31), new Deadline(Due));

        Assert.Equal(["OVERDUE"], await RaisedAsync(host));
    }

    [Fact]
    public async Task Rearm_AfterAMove_RepeatsOnlyWhatTheNewDateHasNotReached()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);
        await LookAsync(host, new(2024, 2, 5), new Deadline(Due));

        // From 31 January to 10 February: due soon is reached by the new date too, so it stays done.
        await MoveAsync(host, new(2024, 2, 6), new(2024, 2, 10));
        await LookAsync(host, new(2024, 2, 6), new Deadline(new(2024, 2, 10)));
        await LookAsync(host, new(2024, 2, 10), new Deadline(new(2024, 2, 10)));
        await LookAsync(host, new(2024, 2, 15), new Deadline(new(2024, 2, 10)));

        Assert.Equal(["OVERDUE", "DUE", "OVERDUE"], await RaisedAsync(host));
    }

    [Fact]
    public async Task Raise_RolledBack_LeavesNoMark()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);

        await LookAsync(host, new(2024, 2, 5), new Deadline(Due), commit: false);
        Assert.Empty(await RaisedAsync(host));
        await LookAsync(host, new(2024, 2, 5), new Deadline(Due));

        Assert.Equal(["OVERDUE"], await RaisedAsync(host));
    }

    [Fact]
    public async Task Raise_FromTwoReplicasAtOnce_AnnouncesOnce()
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(Backing);
        var settings = host.Services.GetRequiredService<IConfiguration>();
        await using var replica = await ServiceHost<PlanningDbContext>.StartAsync(
            Backing, Backing == Backing.Servers ? ("Database:Connection", settings["Database:Connection"]!) : ("Database:Folder", settings["Database:Folder"]!));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => LookAsync(i % 2 == 0 ? host : replica, new(2024, 2, 5), new Deadline(Due))));

        Assert.Equal(["OVERDUE"], await RaisedAsync(host));
    }

    private static Task LookAsync(ServiceHost<PlanningDbContext> host, DateOnly today, Deadline deadline, bool commit = true) =>
        InTransactionAsync(host, commit, async db =>
        {
            if (Ladder.Reached(deadline, today, Calendar) is { } reached)
            {
                // Any event will do; the reason tells the level.
                var announcement = new PlanReturned(Subject, "xinxiang-kegong", 2024, reached.Name, 1);
                await db.RaiseAsync(Subject, Ladder, reached, announcement, host.Clock.GetUtcNow(), CancellationToken.None);
            }
        });

    private static Task MoveAsync(ServiceHost<PlanningDbContext> host, DateOnly today, DateOnly dueOn) => InTransactionAsync(
        host, true, db => db.RearmAsync(Subject, new Deadline(dueOn), Ladder, today, Calendar, CancellationToken.None));

    private static async Task InTransactionAsync(ServiceHost<PlanningDbContext> host, bool commit, Func<PlanningDbContext, Task> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanningDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await work(db);
        await db.SaveChangesAsync();
        if (commit)
        {
            await transaction.CommitAsync();
        }
    }

    private static async Task<IEnumerable<string>> RaisedAsync(ServiceHost<PlanningDbContext> host) =>
        (await host.SentAsync<PlanReturned>()).Select(evt => evt.Reason);
}

[Trait("Needs", "Servers")]
public sealed class DeadlineAlertOnPostgresTests : DeadlineAlertTests
{
    protected override Backing Backing => Backing.Servers;
}
