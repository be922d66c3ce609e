using StudySuite.Defaults.Database;
using StudySuite.Events;

namespace StudySuite.Directory.WorkCalendars;

/// <summary>A year's statutory holidays and make-up workdays.</summary>
internal sealed class WorkCalendar : Aggregate
{
    private WorkCalendar()
    {
    }

    public WorkCalendar(int year, List<DateOnly> holidays, List<DateOnly> workdays, string source) =>
        (Year, Holidays, Workdays, Source) = (year, holidays, workdays, source);

    public override string ResourceName => $"workCalendars/{Year}";

    public int Year { get; private set; }

    public List<DateOnly> Holidays { get; private set; } = [];

    public List<DateOnly> Workdays { get; private set; } = [];

    /// <summary>The notice that sets the days.</summary>
    public string Source { get; private set; } = "";

    /// <summary>A corrected notice; deadlines that were set before stay as they are.</summary>
    public void Replace(List<DateOnly> holidays, List<DateOnly> workdays, string source) =>
        (Holidays, Workdays, Source) = (holidays, workdays, source);

    public WorkCalendarPublished ToEvent() => new(Year, Holidays, Workdays, NextVersion);
}
