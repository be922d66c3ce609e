using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Alerts;

/// <summary>Finds the notices whose report has reached a level since the last sweep.</summary>
internal sealed class RectificationSweep(TimeProvider clock) : ISweep<SupervisionDbContext>
{
    public async Task SweepAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var day = await AlertDay.LoadAsync(db, today, cancellationToken);
        var dueUntil = day.Report.DueUntil(today, day.Calendar);
        var finished = db.SubjectsDoneWith(day.Report.Top.Name);
        // In the order of the key, so that two replicas cannot wait for each other in a circle.
        var notices = await db.Notices.AsNoTracking().AwaitingReport()
            .Where(n => n.DueOn <= dueUntil && n.PausedOn == null && !finished.Contains(n.AlertSubject))
            .OrderBy(n => n.Unit).ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);
        var done = await db.DoneAsync(notices.Select(n => n.AlertSubject), day.Report, cancellationToken);

        foreach (var notice in notices)
        {
            if (notice.Reached(day) is { } level && !done.Contains((notice.AlertSubject, level.Name))
                && await db.Notices.Where(n => n.Unit == notice.Unit && n.Id == notice.Id).HoldAsync(notice.Version, cancellationToken))
            {
                await db.RaiseAsync(
                    notice.AlertSubject, day.Report, level, notice.Announcement(level, notice.Version), clock.GetUtcNow(),
                    cancellationToken);
            }
        }
    }
}
