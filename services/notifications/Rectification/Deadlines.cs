using Microsoft.EntityFrameworkCore;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

/// <summary>
/// Whether a deadline still stands follows from the newest report, return or acceptance of its notice. Versions decide
/// which is newest, not the order of arrival.
/// </summary>
internal static class Deadlines
{
    private static readonly AlertKind[] Steps =
        [AlertKind.RectificationReported, AlertKind.RectificationReturned, AlertKind.RectificationAccepted];

    public static async Task RaiseDeadlineAsync(
        this NotificationsDbContext db, Alert deadline, CancellationToken cancellationToken)
    {
        var newest = await NewestStep(db, deadline.Subject).FirstOrDefaultAsync(cancellationToken);
        Settle(deadline, newest, deadline.CreatedAt);

        deadline.For([.. Audience.SecretaryAndLeader(deadline.Unit), Audience.SupervisionOffice(deadline.Unit)]);
        await db.RaiseAsync(deadline, cancellationToken);
    }

    /// <summary>Raises the alert of a report, return or acceptance and settles the deadlines it touches.</summary>
    public static async Task RaiseStepAsync(this NotificationsDbContext db, Alert step, CancellationToken cancellationToken)
    {
        await db.RaiseAsync(step, cancellationToken);

        var stored = await NewestStep(db, step.Subject).FirstOrDefaultAsync(cancellationToken);
        var newest = stored is null || stored.SubjectVersion < step.SubjectVersion ? step : stored;
        var deadlines = await db.Alerts
            .Where(alert => alert.Subject == step.Subject && alert.Kind == AlertKind.RectificationDeadline)
            .ToListAsync(cancellationToken);
        deadlines.ForEach(deadline => Settle(deadline, newest, step.CreatedAt));
    }

    private static void Settle(Alert deadline, Alert? newest, DateTimeOffset now)
    {
        if (newest is null || newest.SubjectVersion <= deadline.SubjectVersion)
        {
            return;
        }

        if (newest.Kind == AlertKind.RectificationReturned)
        {
            deadline.Reopen();
        }
        else
        {
            deadline.Clear(now);
        }
    }

    private static IQueryable<Alert> NewestStep(NotificationsDbContext db, string subject) => db.Alerts
        .Where(alert => alert.Subject == subject && Steps.Contains(alert.Kind))
        .OrderByDescending(alert => alert.SubjectVersion);
}
