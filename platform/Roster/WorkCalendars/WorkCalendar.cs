using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Roster;

/// <summary>Working-day arithmetic. In a year without a published calendar only weekends are off.</summary>
public sealed class WorkCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays)
{
    private readonly HashSet<DateOnly> holidays = [.. holidays];
    private readonly HashSet<DateOnly> workdays = [.. workdays];

    public static async Task<WorkCalendar> LoadAsync(DbContext db, CancellationToken cancellationToken)
    {
        var years = await db.Set<WorkCalendarView>().AsNoTracking().ToListAsync(cancellationToken);
        return new WorkCalendar(
            years.SelectMany(year => JsonSerializer.Deserialize<List<DateOnly>>(year.Holidays)!),
            years.SelectMany(year => JsonSerializer.Deserialize<List<DateOnly>>(year.Workdays)!));
    }

    public bool IsWorkday(DateOnly day) => workdays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day));

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/> (before it, when negative); that day
    /// itself is not counted, as official notices count.
    /// </summary>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkday(day))
            {
                left--;
            }
        }

        return day;
    }
}
