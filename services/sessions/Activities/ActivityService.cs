using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService(SessionsDbContext db, TimeProvider clock) : V1.ActivityService.ActivityServiceBase
{
    public override async Task<V1.Activity> GetActivity(GetActivityRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListActivitiesResponse> ListActivities(ListActivitiesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var activities = Filter(db.Activities.AsNoTracking().VisibleTo(context.Call(), db), request);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            activities = activities.Where(a => a.Unit.CompareTo(after.Unit) > 0
                || (a.Unit == after.Unit && a.HappenedOn > after.HappenedOn)
                || (a.Unit == after.Unit && a.HappenedOn == after.HappenedOn && a.Id.CompareTo(after.Id) > 0));
        }

        var read = await activities.OrderBy(a => a.Unit).ThenBy(a => a.HappenedOn).ThenBy(a => a.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, a => new PageKey(a.Unit, a.HappenedOn, a.Id));

        return new ListActivitiesResponse { Activities = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static IQueryable<Activity> Filter(IQueryable<Activity> activities, ListActivitiesRequest request)
    {
        if (request.Kind != ActivityKind.Unspecified)
        {
            activities = activities.Where(activity => activity.Kind == request.Kind);
        }

        if (Content.Year(request.Year) is var (first, last))
        {
            activities = activities.Where(activity => activity.HappenedOn >= first && activity.HappenedOn <= last);
        }

        if (request.Session.Length > 0)
        {
            var (unit, id) = SessionName.Parse(request.Session, field: "session");
            activities = activities.Where(activity => activity.Unit == unit && activity.Session == id);
        }

        return request.ShowWithdrawn ? activities : activities.Where(activity => !activity.IsWithdrawn);
    }

    private async Task<Activity> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/activities/{activity}", name)[1];
        return await db.Activities.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(activity => activity.Id == id, context.CancellationToken)
            ?? throw ActivityErrors.NotFound(name);
    }

    /// <summary>Secretary and publicity department keep the unit's list; a member only what is his.</summary>
    private static bool KeepsList(ServerCallContext context) =>
        context.Caller().HasAny([Role.StudySecretary, Role.Publicity], context.Call().UnitPath!);

    internal static V1.Activity ToProto(Activity activity) => new()
    {
        Name = activity.ResourceName,
        Kind = activity.Kind,
        Title = activity.Title,
        Person = activity.Person.Length == 0 ? "" : $"people/{activity.Person}",
        PersonName = activity.PersonName,
        Team = activity.Team,
        HappenedOn = activity.HappenedOn.ToText(),
        Place = activity.Place,
        Audience = activity.Audience,
        Outlet = activity.Outlet,
        Url = activity.Url,
        Text = activity.Text,
        Session = activity.Session.Length == 0 ? "" : SessionName.Of(activity.Unit, activity.Session),
        IsWithdrawn = activity.IsWithdrawn,
        ChangeReason = activity.ChangeReason,
        Etag = activity.Etag,
        CreateTime = activity.CreatedAt.ToTimestamp(),
        UpdateTime = activity.UpdatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, DateOnly HappenedOn, string Id);
}
