using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Alerts;

/// <summary>Finds the accepted notices whose look-back has reached a level since the last sweep.</summary>
internal sealed class LookBackSweep(TimeProvider clock) : ISweep<SupervisionDbContext>
{
    public async Task SweepAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var day = await AlertDay.LoadAsync(db, today, cancellationToken);
        var dueUntil = day.LookBack.DueUntil(today, day.Calendar);
        var notices = await db.Notices.AsNoTracking()
            .Where(n => n.State == NoticeState.Accepted && n.LookBackDueOn <= dueUntil)
            .OrderBy(n => n.Unit).ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);
        var done = await db.DoneAsync(notices.Select(Subject), day.LookBack, cancellationToken);

        foreach (var notice in notices)
        {
            var dueOn = notice.LookBackDueOn!.Value;
            if (day.LookBack.Reached(new Deadline(dueOn), today, day.Calendar) is { } level
                && !done.Contains((Subject(notice), level.Name))
                && await db.Notices.Where(n => n.Unit == notice.Unit && n.Id == notice.Id).HoldAsync(notice.Version, cancellationToken))
            {
                var announcement = new LookBackDue(
                    notice.ResourceName, notice.Unit, notice.Number!, dueOn, level.Name, notice.Version);
                await db.RaiseAsync(Subject(notice), day.LookBack, level, announcement, clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    /// <summary>A failed look-back begins a round, so the one after it is another subject.</summary>
    private static string Subject(RectificationNotice notice) => $"{notice.AlertSubject}/lookBack";
}
