using System.Text.Json;
using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>Statutory holidays and make-up workdays of one year, as a service knows them.</summary>
public sealed class WorkCalendarView
{
    public int Year { get; init; }

    /// <summary>JSON list of dates.</summary>
    public string Holidays { get; private set; } = "[]";

    /// <summary>JSON list of dates.</summary>
    public string Workdays { get; private set; } = "[]";

    public long Version { get; private set; } = -1;

    public void Apply(WorkCalendarPublished published)
    {
        if (published.Version <= Version)
        {
            return;
        }

        Holidays = JsonSerializer.Serialize(published.Holidays);
        Workdays = JsonSerializer.Serialize(published.Workdays);
        Version = published.Version;
    }
}
