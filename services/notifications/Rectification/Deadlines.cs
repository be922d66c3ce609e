using Microsoft.EntityFrameworkCore;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

/// <summary>
/// A deadline stands until a later step of what it is about: of a notice the report and what follows on it, of a sit-in
/// the form that is handed in. Which is later is told by the versions, not by the order of arrival.
/// </summary>
internal static class Deadlines
{
    private static readonly AlertKind[] Steps =
    [
        AlertKind.RectificationReported, AlertKind.RectificationReturned, AlertKind.RectificationAccepted,
        AlertKind.LookBackPassed, AlertKind.LookBackFailed, AlertKind.ObservationFeedbackHandedIn, AlertKind.ObservationFeedback,
    ];

    /// <param name="deadline">With those whom it is for.</param>
    public static async Task RaiseDeadlineAsync(
        this NotificationsDbContext db, Alert deadline, CancellationToken cancellationToken)
    {
        var isMet = await db.Alerts.AnyAsync(
            step => step.Subject == deadline.Subject && Steps.Contains(step.Kind)
                && step.SubjectVersion > deadline.SubjectVersion,
            cancellationToken);
        if (isMet)
        {
            deadline.Clear(deadline.CreatedAt);
        }

        await db.RaiseAsync(deadline, cancellationToken);
    }

    /// <summary>Raises the alert of a step and clears the deadlines that it meets.</summary>
    public static async Task RaiseStepAsync(this NotificationsDbContext db, Alert step, CancellationToken cancellationToken)
    {
        await db.RaiseAsync(step, cancellationToken);
        await db.ClearDeadlinesAsync(step, cancellationToken);
    }

    public static async Task ClearDeadlinesAsync(this NotificationsDbContext db, Alert step, CancellationToken cancellationToken)
    {
        var met = await db.Alerts
            .Where(alert => alert.Subject == step.Subject && EF.Parameter(AlertKinds.Deadlines).Contains(alert.Kind)
                && alert.SubjectVersion < step.SubjectVersion)
            .ToListAsync(cancellationToken);
        met.ForEach(deadline => deadline.Clear(step.CreatedAt));
    }
}
