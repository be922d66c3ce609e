using Microsoft.EntityFrameworkCore;
using StudySuite.Notifications.Deliveries;

namespace StudySuite.Notifications.Alerts;

internal static class AlertStore
{
    /// <summary>
    /// Adds the alert unless it is there, lets it stand for earlier ones of its kind, and puts it on its ways out. Two
    /// copies of an event at the same moment meet at the unique index: the later one is delivered again and finds the
    /// first one's alert.
    /// </summary>
    public static async Task RaiseAsync(this NotificationsDbContext db, Alert alert, CancellationToken cancellationToken)
    {
        var isThere = await db.Alerts.AnyAsync(
            other => other.Subject == alert.Subject && other.Kind == alert.Kind && other.Level == alert.Level
                && other.SubjectVersion == alert.SubjectVersion,
            cancellationToken);
        if (isThere)
        {
            return;
        }

        var older = await MergeAsync(db, alert, cancellationToken);
        db.Add(alert);
        await db.PlanDeliveriesAsync(alert, older, cancellationToken);
    }

    /// <summary>Done is done: alerts that asked for it do not stand any more.</summary>
    public static async Task ClearAsync(
        this NotificationsDbContext db, string subject, long version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var met = await db.Alerts.Where(alert => alert.Subject == subject && alert.SubjectVersion < version)
            .ToListAsync(cancellationToken);
        met.ForEach(alert => alert.Clear(now));
    }

    /// <summary>Merges repeats: of alerts of one kind on one subject only the newest is listed.</summary>
    /// <returns>Those that the alert stands for now.</returns>
    private static async Task<List<Alert>> MergeAsync(
        NotificationsDbContext db, Alert alert, CancellationToken cancellationToken)
    {
        var standing = await db.Alerts.Include(other => other.Audiences)
            .Where(other => other.Subject == alert.Subject && other.Kind == alert.Kind && other.SupersededBy == null)
            .ToListAsync(cancellationToken);
        // Alerts may come late: then the newer one was there first.
        if (standing.FirstOrDefault(other => other.IsNewerThan(alert) && other.ReachesAllOf(alert)) is { } newer)
        {
            newer.StandFor(alert);
            return [];
        }

        var older = standing.Where(alert.ReachesAllOf).ToList();
        older.ForEach(alert.StandFor);
        return older;
    }
}
