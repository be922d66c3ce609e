using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Board;

internal sealed partial class AlertBoardService(NotificationsDbContext db) : V1.AlertBoardService.AlertBoardServiceBase
{
    public override async Task<ListAlertsResponse> ListAlerts(ListAlertsRequest request, ServerCallContext context)
    {
        Check(request);
        var size = Paging.Size(request.PageSize);

        var alerts = Filter(db.Alerts.AsNoTracking().VisibleTo(context.Call(), db), request);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            alerts = alerts.Where(alert => alert.Unit.CompareTo(after.Unit) > 0
                || (alert.Unit == after.Unit && alert.Day > after.Day)
                || (alert.Unit == after.Unit && alert.Day == after.Day && alert.Id.CompareTo(after.Id) > 0));
        }

        var read = await alerts.OrderBy(alert => alert.Unit).ThenBy(alert => alert.Day).ThenBy(alert => alert.Id)
            .Take(size + 1)
            .Select(alert => new Row(
                alert, db.UnitViews.Where(unit => unit.Code == alert.Unit).Select(unit => unit.Name).FirstOrDefault()))
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new PageKey(row.Alert.Unit, row.Alert.Day!.Value, row.Alert.Id));

        return new ListAlertsResponse { Alerts = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static void Check(ListAlertsRequest request) => new Violations()
        .AddIf(!System.Enum.IsDefined(request.State), "state", "ENUM_UNKNOWN", ("value", request.State.ToString()))
        .AddIf(!System.Enum.IsDefined(request.Level), "level", "ENUM_UNKNOWN", ("value", request.Level.ToString()))
        .AddIf(request.Level is V1.AlertLevel.Info or V1.AlertLevel.Action, "level", "LEVEL_NOT_OF_DEADLINE")
        .DeadlineKind("kind", request.Kind)
        .ThrowIfAny();

    private static IQueryable<Alerts.Alert> Filter(IQueryable<Alerts.Alert> alerts, ListAlertsRequest request)
    {
        alerts = alerts.Deadlines((AlertKind)request.Kind);
        if (request.State != AlertState.Unspecified)
        {
            var isOpen = request.State == AlertState.Open;
            alerts = alerts.Where(alert => alert.ClearedAt == null == isOpen);
        }

        if (request.Level != V1.AlertLevel.Unspecified)
        {
            var level = (Alerts.AlertLevel)request.Level;
            alerts = alerts.Where(alert => alert.Level == level);
        }

        return alerts;
    }

    private static V1.Alert ToProto(Row row) => new()
    {
        Name = $"units/{row.Alert.Unit}/alerts/{row.Alert.Id}",
        UnitName = row.UnitName ?? "",
        Level = (V1.AlertLevel)row.Alert.Level,
        Subject = row.Alert.Subject,
        Number = row.Alert.Number,
        DueOn = row.Alert.Day.ToText(),
        State = row.Alert.ClearedAt is null ? AlertState.Open : AlertState.Cleared,
        CreateTime = row.Alert.CreatedAt.ToTimestamp(),
        ClearTime = row.Alert.ClearedAt?.ToTimestamp(),
        Kind = (InboxItemKind)row.Alert.Kind,
    };

    private sealed record Row(Alerts.Alert Alert, string? UnitName);

    private sealed record PageKey(string Unit, DateOnly Day, string Id);
}
