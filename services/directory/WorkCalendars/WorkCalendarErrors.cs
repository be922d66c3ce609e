using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.WorkCalendars;

/// <summary>What can go wrong with a work calendar.</summary>
internal static class WorkCalendarErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("WORK_CALENDAR_NOT_FOUND", name);
}
