using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Supervision.Alerts;

/// <summary>What alerts are judged by on a day: the calendar, and the levels as the rulebook sets them.</summary>
internal sealed record AlertDay(DateOnly Today, WorkCalendar Calendar, AlertLadder Report, AlertLadder LookBack)
{
    public const string DueSoon = "DUE_SOON";
    public const string Due = "DUE";
    public const string Overdue = "OVERDUE";
    public const string Escalated = "ESCALATED";

    /// <summary>
    /// The days of rule <c>alert.due_soon_days</c> are working days, because nobody is warned on a day off; so are
    /// those of <c>alert.escalate_wd</c> after which those above are told.
    /// </summary>
    public static async Task<AlertDay> LoadAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, today, cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        AlertLevel[] soon = rules.Number("alert.due_soon_days") is > 0 and var days
            ? [new AlertLevel(DueSoon, -days, DayKind.Working)]
            : [];
        var escalated = new AlertLevel(Escalated, Math.Max(2, rules.Number("alert.escalate_wd")), DayKind.Working);
        return new AlertDay(
            today, calendar,
            new AlertLadder([.. soon, new AlertLevel(Due, 0), new AlertLevel(Overdue, 1), escalated]),
            new AlertLadder([.. soon, new AlertLevel(Due, 0), escalated]));
    }

    public static Task<AlertDay> LoadAsync(SupervisionDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        LoadAsync(db, clock.Today(), cancellationToken);
}
