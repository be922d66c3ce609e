using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        await county.Host.SweepAsync(county.Clock.Today());

        var alert = Assert.Single(await county.Host.SentAsync<RectificationEscalated>());
        Assert.Equal((notice.Name, notice.Number), (alert.Notice, alert.Number));
        Assert.Empty(await county.Host.SentAsync<RectificationOverdue>());
        Assert.Empty(await county.Host.SentAsync<RectificationDue>());
        Assert.Empty(await county.Host.SentAsync<RectificationDueSoon>());
    }

    [Fact]
    public async Task Sweep_DayByDay_RaisesEachLevelOnItsDay()
    {
        await using var county = await County.OpenAsync();
        // Wednesday 20 December + 15 working days = Wednesday 10 January 2024; no calendar, so only weekends are off.
        await county.GivenIssuedNoticeAsync("2023-12-20");

        var soon = await DayOfAsync<RectificationDueSoon>(county);
        var due = await DayOfAsync<RectificationDue>(county);
        var overdue = await DayOfAsync<RectificationOverdue>(county);
        await county.Host.SweepAsync(overdue.AddDays(1));

        Assert.Equal(
            (new DateOnly(2024, 1, 5), new DateOnly(2024, 1, 10), new DateOnly(2024, 1, 11)), (soon, due, overdue));
        Assert.Single(await county.Host.SentAsync<RectificationDueSoon>());
        Assert.Single(await county.Host.SentAsync<RectificationDue>());
        Assert.Single(await county.Host.SentAsync<RectificationOverdue>());
    }

    [Fact]
    public async Task Sweeper_OnTheNextDay_SweepsByItself()
    {
        await using var county = await County.OpenAsync(settings: ("Deadlines:SweepSeconds", "86400"));
        await county.GivenRulesAsync(("alert.due_soon_days", "14"));
        var notice = await county.GivenIssuedNoticeAsync("2023-12-20");
        Assert.Empty(await county.Host.SentAsync<RectificationDueSoon>());

        county.Clock.Advance(TimeSpan.FromDays(1));

        await Wait.UntilAsync(
            async () => (await county.Host.SentAsync<RectificationDueSoon>()).Exists(alert => alert.Notice == notice.Name),
            "the alert of the next day");
    }

    [Fact]
    public async Task Sweep_AfterTheReport_IsSilent()
    {
        await using var county = await County.OpenAsync();
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.ReportAsync(notice, "2023-12-20");

        await county.Host.SweepAsync(new DateOnly(2024, 2, 20));

        Assert.Empty(await county.Host.SentAsync<RectificationOverdue>());
    }

    [Fact]
    public async Task Sweep_AfterAReturnedReport_AlertsForTheNewRound()
    {
        await using var county = await County.OpenAsync();
        var notice = await county.GivenReportedNoticeAsync();
        Assert.Equal(new DateOnly(2023, 10, 11), Assert.Single(await county.Host.SentAsync<RectificationEscalated>()).DueOn);
        await county.Supervision.Notices.ReturnRectificationReportAsync(new() { Name = notice.Name, Opinion = "证据不足", DueOn = "2023-12-21" });

        await county.Host.SweepAsync(new DateOnly(2023, 12, 22));

        Assert.Equal(
            [new DateOnly(2023, 12, 21)],
            (await county.Host.SentAsync<RectificationOverdue>()).Select(alert => alert.DueOn));
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

        var late = new DateOnly(2024, 1, 15);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? county.Host : replica).SweepAsync(late)));

        var alerts = await county.Host.SentAsync<RectificationOverdue>();
        Assert.Equal(10, alerts.Count);
        Assert.Equal(10, alerts.Select(alert => alert.Notice).Distinct().Count());
        Assert.Empty(await county.Host.SentAsync<RectificationDue>());
    }

    /// <summary>Sweeps day by day until the first such alert.</summary>
    private static async Task<DateOnly> DayOfAsync<TEvent>(County county)
        where TEvent : IEvent
    {
        var day = county.Clock.Today();
        while ((await county.Host.SentAsync<TEvent>()).Count == 0)
        {
            day = day.AddDays(1);
            Assert.True(day < new DateOnly(2024, 3, 1), typeof(TEvent).Name);
            await county.Host.SweepAsync(day);
        }

        return day;
    }
}
