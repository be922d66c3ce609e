using StudySuite.Defaults.Database;
using StudySuite.Events;

namespace StudySuite.Directory.WorkCalendars;

/// <summary>A year's statutory holidays and make-up workdays.</summary>
internal sealed class WorkCalendar : Aggregate
{
    private WorkCalendar()
    {
    }

    public WorkCalendar(int year, List<DateOnly> holidays, List<DateOnly> workdays) =>
        (Year, Holidays, Workdays) = (year, holidays, workdays);

    public override string ResourceName => $"workCalendars/{Year}";

    public int Year { get; private set; }

    public List<DateOnly> Holidays { get; private set; } = [];

    public List<DateOnly> Workdays { get; private set; } = [];

    public WorkCalendarPublished ToEvent() => new(Year, Holidays, Workdays, NextVersion);
}
