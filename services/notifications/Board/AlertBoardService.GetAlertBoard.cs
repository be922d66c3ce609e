using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;
using AlertLevel = StudySuite.Notifications.Alerts.AlertLevel;

namespace StudySuite.Notifications.Board;

internal sealed partial class AlertBoardService
{
    public override async Task<AlertBoard> GetAlertBoard(GetAlertBoardRequest request, ServerCallContext context)
    {
        new Violations().DeadlineKind("kind", request.Kind).ThrowIfAny();
        var kind = (AlertKind)request.Kind;

        // Each thing once, at the highest level it has reached; what stands is bounded by the work of a county.
        var standing = await db.Alerts.AsNoTracking().VisibleTo(context.Call(), db).Deadlines(kind)
            .Where(alert => alert.ClearedAt == null)
            .GroupBy(alert => new { alert.Unit, alert.Kind, alert.Subject })
            .Select(thing => new Standing(thing.Key.Unit, thing.Max(alert => alert.Level), thing.Min(alert => alert.Day)))
            .ToListAsync(context.CancellationToken);
        var codes = standing.Select(thing => thing.Unit).Distinct().ToList();
        var units = await db.UnitViews.Where(unit => EF.Parameter(codes).Contains(unit.Code))
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code)
            .Select(unit => new { unit.Code, unit.Name })
            .ToListAsync(context.CancellationToken);

        return new AlertBoard
        {
            Units = { units.Select(unit => Count($"units/{unit.Code}", unit.Name, standing.Where(s => s.Unit == unit.Code))) },
            Total = Count("", "", standing),
        };
    }

    private static BoardUnit Count(string unit, string name, IEnumerable<Standing> things)
    {
        var all = things.ToList();
        return new BoardUnit
        {
            Unit = unit,
            UnitName = name,
            DueSoonCount = all.Count(thing => thing.Level == AlertLevel.DueSoon),
            DueCount = all.Count(thing => thing.Level == AlertLevel.Due),
            OverdueCount = all.Count(thing => thing.Level == AlertLevel.Overdue),
            EscalatedCount = all.Count(thing => thing.Level == AlertLevel.Escalated),
            EarliestDueOn = all.Min(thing => thing.Day).ToText(),
        };
    }

    private sealed record Standing(string Unit, AlertLevel Level, DateOnly? Day);
}
