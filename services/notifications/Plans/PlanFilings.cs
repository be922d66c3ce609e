using Microsoft.EntityFrameworkCore;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Plans;

/// <summary>A plan that is filed ends what recalled it, in whatever order the two become known.</summary>
internal static class PlanFilings
{
    public static async Task RaiseFilingAsync(this NotificationsDbContext db, Alert deadline, CancellationToken cancellationToken)
    {
        if (await db.Alerts.AnyAsync(
            alert => alert.Subject == deadline.Subject && alert.Kind == AlertKind.PlanFiled, cancellationToken))
        {
            deadline.Clear(deadline.CreatedAt);
        }

        await db.RaiseAsync(deadline, cancellationToken);
    }

    public static async Task RaiseFiledAsync(this NotificationsDbContext db, Alert filed, CancellationToken cancellationToken)
    {
        await db.RaiseAsync(filed, cancellationToken);

        var met = await db.Alerts
            .Where(alert => alert.Subject == filed.Subject && alert.Kind == AlertKind.PlanFilingDeadline)
            .ToListAsync(cancellationToken);
        met.ForEach(deadline => deadline.Clear(filed.CreatedAt));
    }
}
