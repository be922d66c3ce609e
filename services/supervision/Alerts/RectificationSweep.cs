using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Alerts;

/// <summary>Finds the notices that have reached a level since the last sweep.</summary>
internal sealed class RectificationSweep(TimeProvider clock) : ISweep<SupervisionDbContext>
{
    public async Task SweepAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var dueSoonUntil = await db.DueSoonUntilAsync(today, cancellationToken);
        var (overdue, due, dueSoon) = (
            db.SubjectsDoneWith(RectificationAlerts.Overdue),
            db.SubjectsDoneWith(RectificationAlerts.Due),
            db.SubjectsDoneWith(RectificationAlerts.DueSoon));
        // In the order of the key, so that two replicas cannot wait for each other in a circle.
        var notices = await db.Notices.AsNoTracking().AwaitingReport()
            .Where(n => n.DueOn <= dueSoonUntil)
            .Where(n => n.DueOn < today
                ? !overdue.Contains(n.AlertSubject)
                : n.DueOn == today ? !due.Contains(n.AlertSubject) : !dueSoon.Contains(n.AlertSubject))
            .OrderBy(n => n.Unit).ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);

        foreach (var notice in notices)
        {
            if (await HoldAsync(db, notice, cancellationToken))
            {
                await db.AlertAsync(notice, notice.Version, today, dueSoonUntil, clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    /// <summary>
    /// Keeps the row as it was read until the commit: a report that comes at this moment either waits for the alert
    /// or, when it was first, prevents it.
    /// </summary>
    private static async Task<bool> HoldAsync(
        SupervisionDbContext db, RectificationNotice notice, CancellationToken cancellationToken) =>
        await db.Notices
            .Where(n => n.Unit == notice.Unit && n.Id == notice.Id && n.Version == notice.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Number, n => n.Number), cancellationToken) == 1;
}
