using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Supervision.Rectification;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Alerts;

/// <summary>
/// A thousand sweeps by two instances over a year with holidays, pauses, moved dates, clocks set back and stretches
/// without a sweep: each level of each due date comes once.
/// </summary>
public sealed class YearOfSweepsTests
{
    private const int Notices = 12;
    private static readonly DateOnly First = new(2023, 1, 3);

    /// <summary>What happens between two sweeps.</summary>
    private enum Turn
    {
        NextDay,
        LongWeekend,
        SameDay,
        ClockSetBack,
        Pause,
        Resume,
        Move,
    }

    private static Gen<(Turn Turn, int Notice, int Days)[]> Year { get; } = Gen.Select(
        Gen.Frequency(
            (10, Gen.Const(Turn.NextDay)), (1, Gen.Const(Turn.LongWeekend)), (14, Gen.Const(Turn.SameDay)),
            (1, Gen.Const(Turn.ClockSetBack)), (2, Gen.Const(Turn.Pause)), (2, Gen.Const(Turn.Resume)), (2, Gen.Const(Turn.Move))),
        Gen.Int[0, Notices - 1], Gen.Int[1, 40]).Array[500];

    [Fact]
    public Task Sweep_ThousandTimesByTwoInstances_RaisesEachLevelOnce() => Year.SampleAsync(
        async turns =>
        {
            await using var first = await County.OpenAsync();
            var folder = first.Host.Services.GetRequiredService<IConfiguration>()["Database:Folder"]!;
            await using var second = await ServiceHost<SupervisionDbContext>.StartAsync(Backing.Sqlite, ("Database:Folder", folder));
            await PlayAsync(first, second, turns);
        },
        iter: 1, threads: 1);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Sweep_ThousandTimesByTwoInstancesOnServers_RaisesEachLevelOnce() => Year.SampleAsync(
        async turns =>
        {
            await using var first = await County.OpenAsync(Backing.Servers);
            var settings = first.Host.Services.GetRequiredService<IConfiguration>();
            await using var second = await ServiceHost<SupervisionDbContext>.StartAsync(
                Backing.Servers, ("Database:Connection", settings["Database:Connection"]!));
            await PlayAsync(first, second, turns);
        },
        iter: 1, threads: 1);

    private static async Task PlayAsync(
        County county, ServiceHost<SupervisionDbContext> second, (Turn Turn, int Notice, int Days)[] turns)
    {
        await county.GivenNationalDay2023Async();
        await GivenNoticesAsync(county);
        var expected = new HashSet<(string Notice, DateOnly DueOn, string Level)>();
        var (today, latest) = (First, First);
        foreach (var (turn, notice, days) in turns)
        {
            today = turn switch
            {
                Turn.NextDay => today.AddDays(2),
                Turn.LongWeekend => today.AddDays(6),
                Turn.ClockSetBack when today > First.AddDays(3) => today.AddDays(-2),
                _ => today,
            };
            await ChangeAsync(county, turn, notice, days, today);
            await Task.WhenAll(county.Host.SweepAsync(today), second.SweepAsync(today));
            if (today >= latest)
            {
                latest = today;
                expected.UnionWith(await ReachedAsync(county, today));
            }
        }

        var raised = await RaisedAsync(county);
        Assert.True(raised.Count >= Notices, $"only {raised.Count} alerts");
        Assert.Equal(raised.Count, raised.Distinct().Count());
        Assert.Empty(expected.Except(raised));
    }

    private static async Task GivenNoticesAsync(County county) => await county.Host.WithDbAsync(db =>
    {
        for (var i = 0; i < Notices; i++)
        {
            var notice = new RectificationNotice("xinxiang-kegong", $"n{i:00}", "xinxiang");
            notice.Write("依据", "", "", [new NoticeItem(1, "p", "要求", "问题", "类别", "")]);
            notice.Issue("p", $"{i + 1}号", First, First.AddDays(10 + i * 25), "rulebooks/default");
            db.Add(notice);
        }

        return Task.CompletedTask;
    });

    /// <summary>As the RPCs do it: the move and what it means for the alerts in one transaction.</summary>
    private static async Task ChangeAsync(County county, Turn turn, int number, int days, DateOnly today)
    {
        if (turn is not (Turn.Pause or Turn.Resume or Turn.Move))
        {
            return;
        }

        await using var scope = county.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var notice = await db.Notices.SingleAsync(n => n.Id == $"n{number:00}");
        var before = notice.DueOn;
        var stepOn = notice.History[^1].On > today ? notice.History[^1].On : today;
        if (turn == Turn.Pause && notice.PausedOn is null)
        {
            notice.Pause("p-office", stepOn, "原因");
        }
        else if (turn == Turn.Resume && notice.PausedOn is not null)
        {
            notice.Resume("p-office", stepOn, await WorkCalendar.LoadAsync(db, CancellationToken.None));
        }
        else if (turn == Turn.Move)
        {
            notice.AskExtension("p-secretary", stepOn, notice.DueOn!.Value.AddDays(days), "理由");
            notice.GrantExtension("p-office", stepOn, null, "");
        }

        if (notice.DueOn != before)
        {
            await RearmAsync(db, notice, today);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task RearmAsync(SupervisionDbContext db, RectificationNotice notice, DateOnly today)
    {
        var day = await Supervision.Alerts.AlertDay.LoadAsync(db, today, CancellationToken.None);
        await Defaults.Deadlines.DeadlineTable.RearmAsync(
            db, notice.AlertSubject, notice.Deadline!, day.Report, today, day.Calendar, CancellationToken.None);
    }

    private static async Task<List<(string Notice, DateOnly DueOn, string Level)>> ReachedAsync(County county, DateOnly today) =>
        await county.Host.ReadAsync(async db =>
        {
            var day = await Supervision.Alerts.AlertDay.LoadAsync(db, today, CancellationToken.None);
            var notices = await db.Notices.AsNoTracking().ToListAsync();
            return notices
                .Select(notice => (notice, level: Supervision.Alerts.RectificationAlerts.Reached(notice, day)))
                .Where(pair => pair.level is not null && !WasMoved(pair.notice))
                .Select(pair => (pair.notice.ResourceName, pair.notice.DueOn!.Value, pair.level!.Name)).ToList();
        });

    /// <summary>After a move a level that the new date has reached too may have been raised for the old one.</summary>
    private static bool WasMoved(RectificationNotice notice) =>
        notice.Extensions.Count > 0 || notice.History.Exists(step => step.Remark == "恢复计时");

    private static async Task<List<(string Notice, DateOnly DueOn, string Level)>> RaisedAsync(County county) =>
    [
        .. (await county.Host.SentAsync<RectificationDueSoon>()).Select(alert => (alert.Notice, alert.DueOn, "DUE_SOON")),
        .. (await county.Host.SentAsync<RectificationDue>()).Select(alert => (alert.Notice, alert.DueOn, "DUE")),
        .. (await county.Host.SentAsync<RectificationOverdue>()).Select(alert => (alert.Notice, alert.DueOn, "OVERDUE")),
        .. (await county.Host.SentAsync<RectificationEscalated>()).Select(alert => (alert.Notice, alert.DueOn, "ESCALATED")),
    ];
}
