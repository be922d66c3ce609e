using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;
using Alert = StudySuite.Notifications.Alerts.Alert;

namespace StudySuite.Notifications.Board;

internal static class DeadlineFilter
{
    /// <param name="kind">0 for all kinds of deadlines.</param>
    public static IQueryable<Alert> Deadlines(this IQueryable<Alert> alerts, AlertKind kind) => kind == 0
        ? alerts.Where(alert => EF.Parameter(AlertKinds.Deadlines).Contains(alert.Kind))
        : alerts.Where(alert => alert.Kind == kind);

    public static Violations DeadlineKind(this Violations wrong, string field, InboxItemKind kind) => wrong.AddIf(
        kind != InboxItemKind.Unspecified && !((AlertKind)kind).IsDeadline(), field, "KIND_NOT_OF_DEADLINE");
}
