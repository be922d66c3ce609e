using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Units;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.WorkCalendars;

internal sealed partial class WorkCalendarService
{
    public override async Task<V1.WorkCalendar> ImportWorkCalendar(ImportWorkCalendarRequest request, ServerCallContext context)
    {
        var asked = request.WorkCalendar ?? new V1.WorkCalendar();
        await RequireWholeTreeAsync(context);
        var wrong = new Violations().Text("work_calendar.source", asked.Source);
        var year = YearOf(asked.Name);
        wrong.AddIf(year is < 1950 or > 2200, "work_calendar.name", "NAME_INVALID", ("value", asked.Name), ("pattern", "workCalendars/{year}"))
            .AddIf(asked.Holidays.Count == 0, "work_calendar.holidays", "FIELD_REQUIRED");
        var holidays = DaysOf("work_calendar.holidays", asked.Holidays, year, wrong);
        var workdays = DaysOf("work_calendar.workdays", asked.Workdays, year, wrong);
        CheckWorkdays(workdays, holidays, wrong);
        wrong.ThrowIfAny();

        var calendar = await db.WorkCalendars.SingleOrDefaultAsync(calendar => calendar.Year == year, context.CancellationToken);
        if (calendar is null)
        {
            calendar = new WorkCalendar(year, holidays, workdays, asked.Source);
            db.Add(calendar);
        }
        else
        {
            calendar.Replace(holidays, workdays, asked.Source);
        }

        // The same days again change nothing, and an event without a change would take the version of the next one.
        if (db.ChangeTracker.HasChanges())
        {
            await db.AnnounceAsync(calendar.ToEvent(), context.CancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("work_calendar") || error.IsUniqueViolation("work_calendar_view"))
        {
            throw CommonErrors.LostRace();
        }

        return ToProto(calendar);
    }

    private static List<DateOnly> DaysOf(string field, IReadOnlyList<string> days, int year, Violations wrong)
    {
        var read = days.Select((day, i) => wrong.Date($"{field}[{i}]", day)).ToList();
        for (var i = 0; i < read.Count; i++)
        {
            wrong.AddIf(read[i] != default && read[i].Year != year, $"{field}[{i}]", "DATE_NOT_OF_YEAR", ("value", days[i]));
            wrong.AddIf(read.IndexOf(read[i]) < i, $"{field}[{i}]", "DAY_TWICE", ("value", days[i]));
        }

        return [.. read.Order()];
    }

    private static void CheckWorkdays(List<DateOnly> workdays, List<DateOnly> holidays, Violations wrong)
    {
        foreach (var day in workdays.Where(day => day != default))
        {
            wrong.AddIf(
                day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), "work_calendar.workdays", "WORKDAY_NOT_ON_WEEKEND",
                ("value", day.ToText()));
            wrong.AddIf(holidays.Contains(day), "work_calendar.workdays", "DAY_TWICE", ("value", day.ToText()));
        }
    }

    /// <summary>Deadlines of all units count by it, so a role on a part of the tree is not enough.</summary>
    private async Task RequireWholeTreeAsync(ServerCallContext context)
    {
        var call = context.Call();
        if (!call.Caller!.HasAny(call.Roles, await db.RootPathAsync(context.CancellationToken)))
        {
            throw CommonErrors.RoleMissing(call.Action);
        }
    }
}
