using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Alerts;

/// <summary>Alerts for reports that are not in: each level once per round of a notice.</summary>
internal static class RectificationAlerts
{
    public const string DueSoon = "DUE_SOON";
    public const string Due = "DUE";
    public const string Overdue = "OVERDUE";

    /// <summary>
    /// Due dates up to this day are due soon: the days of rule <c>alert.due_soon_days</c> are working days, because
    /// nobody is warned on a day off.
    /// </summary>
    public static async Task<DateOnly> DueSoonUntilAsync(
        this SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, today, cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        return calendar.AddWorkdays(today, rules.Number("alert.due_soon_days"));
    }

    /// <summary>
    /// At the moment that sets a due date: what is entered late and overdue already alerts with the entry,
    /// not with the next sweep.
    /// </summary>
    public static async Task AlertAsync(
        this SupervisionDbContext db, RectificationNotice notice, long version, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var dueSoonUntil = await db.DueSoonUntilAsync(today, cancellationToken);
        await db.AlertAsync(notice, version, today, dueSoonUntil, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Raises the highest level that the notice has reached; the lower ones are passed over.</summary>
    public static Task AlertAsync(
        this SupervisionDbContext db, RectificationNotice notice, long version, DateOnly today, DateOnly dueSoonUntil,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!notice.AwaitsReport() || notice.DueOn is not { } dueOn || notice.Number is not { } number)
        {
            return Task.CompletedTask;
        }

        var (name, unit, subject) = (notice.ResourceName, notice.Unit, notice.AlertSubject);
        if (dueOn < today)
        {
            var overdue = new RectificationOverdue(name, unit, number, dueOn, version);
            return db.FireOnceAsync(subject, Overdue, overdue, now, cancellationToken, Due, DueSoon);
        }

        if (dueOn == today)
        {
            var due = new RectificationDue(name, unit, number, dueOn, version);
            return db.FireOnceAsync(subject, Due, due, now, cancellationToken, DueSoon);
        }

        var dueSoon = new RectificationDueSoon(name, unit, number, dueOn, version);
        return dueOn <= dueSoonUntil
            ? db.FireOnceAsync(subject, DueSoon, dueSoon, now, cancellationToken)
            : Task.CompletedTask;
    }
}
