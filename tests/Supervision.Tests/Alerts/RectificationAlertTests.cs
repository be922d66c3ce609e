using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Alerts;

public sealed class RectificationAlertTests
{
    [Fact]
    public async Task IssueRectificationNotice_AlreadyOverdue_AlertsAtOnceAndOnce()
    {
        await using var county = await County.OpenAsync();

        var notice = await county.GivenIssuedNoticeAsync("2023-09-20");
        await SweepAsync(county.Host);

        var alert = Assert.Single(await county.Host.SentAsync<RectificationOverdue>());
        Assert.Equal((notice.Name, notice.Number), (alert.Notice, alert.Number));
        Assert.Empty(await county.Host.SentAsync<RectificationDue>());
        Assert.Empty(await county.Host.SentAsync<RectificationDueSoon>());
    }

    [Fact]
    public async Task Sweep_DayByDay_RaisesEachLevelOnItsDay()
    {
        await using var county = await County.OpenAsync();
        // Wednesday 20 December + 15 working days = Wednesday 10 January 2024; no calendar, so only weekends are off.
        await county.GivenIssuedNoticeAsync("2023-12-20");

        var soon = await DaysUntilAsync<RectificationDueSoon>(county);
        var due = await DaysUntilAsync<RectificationDue>(county);
        var overdue = await DaysUntilAsync<RectificationOverdue>(county);
        await SweepAsync(county.Host);

        Assert.Equal(
            (new DateOnly(2024, 1, 5), new DateOnly(2024, 1, 10), new DateOnly(2024, 1, 11)), (soon, due, overdue));
        Assert.Single(await county.Host.SentAsync<RectificationOverdue>());
    }

    [Fact]
    public async Task Sweep_AfterTheReport_IsSilent()
    {
        await using var county = await County.OpenAsync();
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.ReportAsync(notice, "2023-12-20");

        county.Clock.Advance(TimeSpan.FromDays(60));
        await SweepAsync(county.Host);

        Assert.Empty(await county.Host.SentAsync<RectificationOverdue>());
    }

    [Fact]
    public async Task Sweep_AfterAReturnedReport_AlertsForTheNewRound()
    {
        await using var county = await County.OpenAsync();
        var notice = await county.GivenReportedNoticeAsync();
        Assert.Single(await county.Host.SentAsync<RectificationOverdue>());
        await county.Supervision.Notices.ReturnRectificationReportAsync(new() { Name = notice.Name, Opinion = "证据不足", DueOn = "2023-12-21" });

        county.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync(county.Host);

        // The outbox forgets what it sent a day ago, the first alert among it.
        Assert.Equal(
            new DateOnly(2023, 12, 21),
            Assert.Single(await county.Host.SentAsync<RectificationOverdue>(), alert => alert.DueOn.Month == 12).DueOn);
    }

    [Fact]
    [Trait("Needs", "Servers")]
    public async Task Sweep_ByTwoReplicasAtOnce_AlertsOnce()
    {
        await using var county = await County.OpenAsync(Backing.Servers);
        var settings = county.Host.Services.GetRequiredService<IConfiguration>();
        await using var replica = await ServiceHost<SupervisionDbContext>.StartAsync(
            Backing.Servers, ("Database:Connection", settings["Database:Connection"]!));
        for (var i = 0; i < 10; i++)
        {
            await county.GivenIssuedNoticeAsync("2023-12-20", items: 1);
        }

        county.Clock.Advance(TimeSpan.FromDays(30));
        replica.Clock.Advance(TimeSpan.FromDays(30));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SweepAsync(i % 2 == 0 ? county.Host : replica)));

        var alerts = await county.Host.SentAsync<RectificationOverdue>();
        Assert.Equal(10, alerts.Count);
        Assert.Equal(10, alerts.Select(alert => alert.Notice).Distinct().Count());
    }

    /// <summary>As the sweeper runs it: in a transaction of its own.</summary>
    private static async Task SweepAsync(ServiceHost<SupervisionDbContext> host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupervisionDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep<SupervisionDbContext>>())
        {
            await sweep.SweepAsync(db, host.Clock.Today(), CancellationToken.None);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task<DateOnly> DaysUntilAsync<TEvent>(County county)
        where TEvent : IEvent
    {
        for (var day = 0; day < 40; day++)
        {
            await SweepAsync(county.Host);
            if (await county.Host.SentAsync<TEvent>() is { Count: > 0 } sent)
            {
                Assert.Single(sent);
                return county.Clock.Today();
            }

            county.Clock.Advance(TimeSpan.FromDays(1));
        }

        throw new TimeoutException(typeof(TEvent).Name);
    }
}
