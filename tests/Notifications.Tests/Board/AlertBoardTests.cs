using Grpc.Core;
using StudySuite.Events;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Board;

public sealed class AlertBoardTests(County county) : AlertBoardCases(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class AlertBoardOnServersTests(CountyOnServers county) : AlertBoardCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class AlertBoardCases(County county)
{
    private AlertBoardService.AlertBoardServiceClient Board => new(county.As(County.Office, "SupervisionOffice:/xinxiang/*"));

    [Fact]
    public async Task ListAlerts_OfAllUnits_OnlyOfTheSubtree()
    {
        foreach (var unit in new[] { "kegong", "weijian", "elsewhere" })
        {
            await county.DeliverAsync(County.Overdue(county.NewNotice(unit)));
        }

        var all = await Board.ListAlertsAsync(new() { Parent = "units/-", PageSize = 200 });
        var weijian = await new AlertBoardService.AlertBoardServiceClient(
            county.As(County.WeijianOffice, "SupervisionOffice:/xinxiang/weijian/*")).ListAlertsAsync(new() { Parent = "units/-" });

        Assert.Equal(["kegong", "weijian"], UnitsOf(all));
        Assert.Equal(["weijian"], UnitsOf(weijian));
        Assert.All(weijian.Alerts, alert => Assert.Equal("县卫健委", alert.UnitName));
    }

    [Fact]
    public async Task ListAlerts_ForeignUnitOrOtherRole_Refused()
    {
        await Refusal.WithAsync(StatusCode.NotFound, "UNIT_NOT_FOUND",
            async () => await Board.ListAlertsAsync(new() { Parent = "units/elsewhere" }));
        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING", async () =>
            await new AlertBoardService.AlertBoardServiceClient(county.As("p-x", "GroupLeader:/xinxiang/kegong/"))
                .ListAlertsAsync(new() { Parent = "units/kegong" }));
        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING", async () =>
            await new AlertBoardService.AlertBoardServiceClient(county.As("p-x", "SystemAdmin:/*"))
                .ListAlertsAsync(new() { Parent = "units/-" }));
    }

    [Fact]
    public async Task ListAlerts_ReportArrives_Cleared()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice, version: 3));
        Assert.Equal(AlertState.Open, (await AlertAsync(notice)).State);

        await county.DeliverAsync(County.Reported(notice, version: 4));

        var alert = await AlertAsync(notice);
        Assert.Equal(AlertState.Cleared, alert.State);
        Assert.NotNull(alert.ClearTime);
    }

    [Fact]
    public async Task ListAlerts_AlertArrivesAfterTheReportThatMetIt_Cleared()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Reported(notice, version: 4));
        await county.DeliverAsync(County.Overdue(notice, version: 3));

        Assert.Equal(AlertState.Cleared, (await AlertAsync(notice)).State);
    }

    [Fact]
    public async Task ListAlerts_OverdueAgainAfterTheReportWasReturned_TheNewOneIsOpen()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice, version: 3));
        await county.DeliverAsync(County.Reported(notice, version: 4));
        await county.DeliverAsync(
            new RectificationReturned(notice, "kegong", "1号", "", 5, new DateOnly(2023, 12, 30)));
        await county.DeliverAsync(County.Overdue(notice, version: 5) with { DueOn = new DateOnly(2023, 12, 30) });

        var states = (await AlertsAsync(notice)).Select(alert => (alert.DueOn, alert.State));

        Assert.Equal([("2023-12-18", AlertState.Cleared), ("2023-12-30", AlertState.Open)], states);
    }

    [Fact]
    public async Task ListAlerts_ByStateAndLevel_OnlyThose()
    {
        var (open, met) = (county.NewNotice(), county.NewNotice());
        await county.DeliverAsync(County.Overdue(open));
        await county.DeliverAsync(new RectificationDueSoon(met, "kegong", "1号", new DateOnly(2023, 12, 18), 2));
        await county.DeliverAsync(County.Reported(met));

        var overdue = await Board.ListAlertsAsync(
            new() { Parent = "units/kegong", State = AlertState.Open, Level = AlertLevel.Overdue, PageSize = 200 });
        var cleared = await Board.ListAlertsAsync(
            new() { Parent = "units/kegong", State = AlertState.Cleared, Level = AlertLevel.DueSoon, PageSize = 200 });

        Assert.Contains(overdue.Alerts, alert => alert.Subject == open);
        Assert.All(overdue.Alerts, alert => Assert.Equal((AlertState.Open, AlertLevel.Overdue), (alert.State, alert.Level)));
        Assert.Contains(cleared.Alerts, alert => alert.Subject == met);
        Assert.All(cleared.Alerts, alert => Assert.Equal((AlertState.Cleared, AlertLevel.DueSoon), (alert.State, alert.Level)));
    }

    [Fact]
    public async Task ListAlerts_InPages_ByUnitAndDueDateEachOnce()
    {
        for (var i = 0; i < 5; i++)
        {
            await county.DeliverAsync(County.Overdue(county.NewNotice(i < 3 ? "weijian" : "kegong")));
        }

        var seen = new List<Alert>();
        var request = new ListAlertsRequest { Parent = "units/-", PageSize = 2 };
        do
        {
            var page = await Board.ListAlertsAsync(request);
            seen.AddRange(page.Alerts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var whole = await Board.ListAlertsAsync(new() { Parent = "units/-", PageSize = 200 });
        Assert.Equal(whole.Alerts, seen);
        Assert.Equal(seen.OrderBy(UnitOf, StringComparer.Ordinal).ThenBy(alert => alert.DueOn), seen);
    }

    [Fact]
    public async Task GetAlertBoard_SeveralLevels_EachThingOnceAtItsHighestByUnit()
    {
        var board = await Board.GetAlertBoardAsync(new() { Parent = "units/-" });
        var before = board.Units.SingleOrDefault(unit => unit.Unit == "units/weijian") ?? new BoardUnit();
        var (late, soon, met) = (county.NewNotice("weijian"), county.NewNotice("weijian"), county.NewNotice("weijian"));
        await county.DeliverAsync(new RectificationDueSoon(late, "weijian", "1号", new DateOnly(2023, 12, 1), 3));
        await county.DeliverAsync(County.Overdue(late));
        await county.DeliverAsync(new RectificationDueSoon(soon, "weijian", "2号", new DateOnly(2023, 12, 23), 3));
        await county.DeliverAsync(County.Overdue(met));
        await county.DeliverAsync(County.Reported(met));

        board = await new AlertBoardService.AlertBoardServiceClient(county.As("p-publicity", "Publicity:/xinxiang/*"))
            .GetAlertBoardAsync(new() { Parent = "units/-" });

        var after = board.Units.Single(unit => unit.Unit == "units/weijian");
        Assert.Equal(
            (before.DueSoonCount + 1, before.OverdueCount + 1, "县卫健委", "2023-12-01"),
            (after.DueSoonCount, after.OverdueCount, after.UnitName, after.EarliestDueOn));
        Assert.Equal(board.Units.Sum(unit => unit.OverdueCount), board.Total.OverdueCount);
        Assert.DoesNotContain(board.Units, unit => unit.Unit == "units/elsewhere");
    }

    [Fact]
    public async Task ListAlerts_FilterThatIsNone_AllViolationsAtOnce() => await Refusal.ForFieldsAsync(
        async () => await Board.ListAlertsAsync(
            new() { Parent = "units/-", State = (AlertState)9, Level = AlertLevel.Info, Kind = InboxItemKind.BulletinIssued }),
        "state", "level", "kind");

    private async Task<Alert> AlertAsync(string notice) => Assert.Single(await AlertsAsync(notice));

    private async Task<List<Alert>> AlertsAsync(string notice)
    {
        var all = await Board.ListAlertsAsync(new() { Parent = "units/kegong", PageSize = 200 });
        return [.. all.Alerts.Where(alert => alert.Subject == notice)];
    }

    private static IEnumerable<string> UnitsOf(ListAlertsResponse list) => list.Alerts.Select(UnitOf).Distinct();

    private static string UnitOf(Alert alert) => alert.Name.Split('/')[1];
}
