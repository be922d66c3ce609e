using StudySuite.Roster;

namespace StudySuite.Defaults.Deadlines;

/// <summary>How the days of a rule are counted.</summary>
public enum DayKind
{
    Calendar,
    Working,
}

/// <summary>
/// When something is due. An aggregate keeps the dates in columns of its own and makes this of them; the verbs give
/// the new value back.
/// </summary>
/// <param name="PausedOn">First day that does not count; null while the time runs.</param>
/// <param name="Days">How the days of a pause are counted.</param>
public sealed record Deadline(DateOnly DueOn, DateOnly? PausedOn = null, DayKind Days = DayKind.Calendar)
{
    public bool IsPaused => PausedOn is not null;

    /// <summary>The time stops on that day. Pausing again changes nothing.</summary>
    public Deadline Pause(DateOnly on) => IsPaused ? this : this with { PausedOn = on };

    /// <summary>
    /// The time runs again from that day on, and the due date moves by the days that did not count: nobody loses a
    /// day by a pause, and who was late stays as late as before.
    /// </summary>
    public Deadline Resume(DateOnly on, WorkCalendar calendar)
    {
        if (PausedOn is not { } pausedOn)
        {
            return this;
        }

        var lost = DaysBetween(pausedOn, on, calendar);
        return this with { DueOn = Days == DayKind.Working ? calendar.AddWorkdays(DueOn, lost) : DueOn.AddDays(lost), PausedOn = null };
    }

    /// <summary>Another due date, by an extension or a correction; a pause goes on.</summary>
    public Deadline MoveTo(DateOnly dueOn) => this with { DueOn = dueOn };

    /// <summary>Days from the first, included, to the second, which is not; 0 when a clock was set back between.</summary>
    private int DaysBetween(DateOnly from, DateOnly to, WorkCalendar calendar)
    {
        var days = Math.Max(0, to.DayNumber - from.DayNumber);
        return Days == DayKind.Calendar ? days : Enumerable.Range(0, days).Count(i => calendar.IsWorkday(from.AddDays(i)));
    }
}
