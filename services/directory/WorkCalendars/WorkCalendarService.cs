using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.WorkCalendars;

internal sealed partial class WorkCalendarService(DirectoryDbContext db) : V1.WorkCalendarService.WorkCalendarServiceBase
{
    public override async Task<V1.WorkCalendar> GetWorkCalendar(GetWorkCalendarRequest request, ServerCallContext context)
    {
        var year = YearOf(request.Name);
        var calendar = await db.WorkCalendars.AsNoTracking()
            .SingleOrDefaultAsync(calendar => calendar.Year == year, context.CancellationToken);
        return calendar is null ? throw WorkCalendarErrors.NotFound(request.Name) : ToProto(calendar);
    }

    public override async Task<ListWorkCalendarsResponse> ListWorkCalendars(
        ListWorkCalendarsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var before = Paging.After<PageKey>(request.PageToken)?.Year ?? int.MaxValue;

        var read = await db.WorkCalendars.AsNoTracking().Where(calendar => calendar.Year < before)
            .OrderByDescending(calendar => calendar.Year).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, calendar => new PageKey(calendar.Year));

        return new ListWorkCalendarsResponse { WorkCalendars = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>0 for what is no number.</summary>
    private static int YearOf(string name)
    {
        var id = ResourceName.Parse("workCalendars/{year}", name)[0];
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
    }

    private static V1.WorkCalendar ToProto(WorkCalendar calendar) => new()
    {
        Name = calendar.ResourceName,
        Holidays = { calendar.Holidays.Select(day => day.ToText()) },
        Workdays = { calendar.Workdays.Select(day => day.ToText()) },
        Source = calendar.Source,
    };

    private sealed record PageKey(int Year);
}
