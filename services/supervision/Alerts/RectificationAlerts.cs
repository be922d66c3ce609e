using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Alerts;

/// <summary>Alerts for reports that are not in: each level once per round of a notice and due date.</summary>
internal static class RectificationAlerts
{
    /// <summary>
    /// At the moment that sets a due date: what is entered late and overdue already alerts with the entry,
    /// not with the next sweep.
    /// </summary>
    public static async Task AlertAsync(
        this SupervisionDbContext db, RectificationNotice notice, long version, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var day = await AlertDay.LoadAsync(db, clock, cancellationToken);
        if (notice.Reached(day) is { } level)
        {
            await db.RaiseAsync(
                notice.AlertSubject, day.Report, level, notice.Announcement(level, version), clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>With every move of a due date within a round.</summary>
    public static async Task RearmAsync(
        this SupervisionDbContext db, RectificationNotice notice, TimeProvider clock, CancellationToken cancellationToken)
    {
        var day = await AlertDay.LoadAsync(db, clock, cancellationToken);
        await db.RearmAsync(notice.AlertSubject, notice.Deadline!, day.Report, day.Today, day.Calendar, cancellationToken);
    }

    /// <summary>The highest level that the notice has reached; null when it waits for no report.</summary>
    public static AlertLevel? Reached(this RectificationNotice notice, AlertDay day) =>
        notice.AwaitsReport() && notice.Deadline is { } deadline ? day.Report.Reached(deadline, day.Today, day.Calendar) : null;

    public static IEvent Announcement(this RectificationNotice notice, AlertLevel level, long version)
    {
        var (name, unit, number, dueOn) = (notice.ResourceName, notice.Unit, notice.Number!, notice.DueOn!.Value);
        return level.Name switch
        {
            AlertDay.DueSoon => new RectificationDueSoon(name, unit, number, dueOn, version),
            AlertDay.Due => new RectificationDue(name, unit, number, dueOn, version),
            AlertDay.Overdue => new RectificationOverdue(name, unit, number, dueOn, version),
            _ => new RectificationEscalated(name, unit, number, dueOn, version),
        };
    }
}
