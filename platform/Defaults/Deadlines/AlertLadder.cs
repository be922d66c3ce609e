using StudySuite.Roster;

namespace StudySuite.Defaults.Deadlines;

/// <summary>A level of alert, reached some days before (negative) or after the due date.</summary>
/// <param name="Name">At most 20 characters, such as <c>DUE_SOON</c>; kept in the database, hence never renamed.</param>
public sealed record AlertLevel(string Name, int Offset, DayKind Days = DayKind.Calendar);

/// <summary>The levels of alert of one kind of deadline, lowest and earliest first.</summary>
public sealed class AlertLadder
{
    public AlertLadder(params IReadOnlyList<AlertLevel> levels)
    {
        // Levels that do not follow each other in time would pass over one that is still to come.
        if (levels.Count == 0 || levels.Zip(levels.Skip(1)).Any(pair => pair.First.Offset >= pair.Second.Offset))
        {
            throw new ArgumentException("A ladder has at least one level, each later than the one before.", nameof(levels));
        }

        Levels = levels;
    }

    public IReadOnlyList<AlertLevel> Levels { get; }

    public AlertLevel Top => Levels[^1];

    /// <summary>The day on which a deadline reaches the level.</summary>
    public static DateOnly DayOf(AlertLevel level, DateOnly dueOn, WorkCalendar calendar) => level.Days == DayKind.Working
        ? calendar.AddWorkdays(dueOn, level.Offset)
        : dueOn.AddDays(level.Offset);

    /// <summary>
    /// The highest level reached by now; after days without a sweep there is one alert, not one per level.
    /// Null when there is none yet and during a pause.
    /// </summary>
    public AlertLevel? Reached(Deadline deadline, DateOnly today, WorkCalendar calendar) => deadline.IsPaused
        ? null
        : Levels.LastOrDefault(level => DayOf(level, deadline.DueOn, calendar) <= today);

    /// <summary>A due date after this day has reached no level today: the bound for a sweep's query.</summary>
    public DateOnly DueUntil(DateOnly today, WorkCalendar calendar) => Levels[0].Days == DayKind.Working
        ? calendar.AddWorkdays(today, -Levels[0].Offset)
        : today.AddDays(-Levels[0].Offset);

    internal string[] Below(AlertLevel level) => [.. Levels.TakeWhile(lower => lower != level).Select(lower => lower.Name)];
}
