using Microsoft.EntityFrameworkCore;

namespace StudySuite.Notifications.Alerts;

internal static class AlertStore
{
    /// <summary>
    /// Adds the alert unless it is there. Two copies of an event at the same moment meet at the unique index: the
    /// later one is delivered again and finds the first one's alert.
    /// </summary>
    public static async Task RaiseAsync(this NotificationsDbContext db, Alert alert, CancellationToken cancellationToken)
    {
        var isThere = await db.Alerts.AnyAsync(
            other => other.Subject == alert.Subject && other.Kind == alert.Kind && other.Level == alert.Level
                && other.SubjectVersion == alert.SubjectVersion,
            cancellationToken);
        if (!isThere)
        {
            db.Add(alert);
        }
    }
}
