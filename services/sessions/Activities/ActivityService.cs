using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService(SessionsDbContext db, TimeProvider clock) : V1.ActivityService.ActivityServiceBase
{
    public override async Task<V1.Activity> GetActivity(GetActivityRequest request, ServerCallContext context) =>
        Show(await FindAsync(request.Name, context), context);

    public override async Task<ListActivitiesResponse> ListActivities(ListActivitiesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var (me, staffOf) = (context.Caller().Person, await context.Call().StaffUnitsAsync(db, context.CancellationToken));
        var activities = Filter(db.Activities.AsNoTracking().VisibleTo(context.Call(), db).NotPrivateTo(me, staffOf), request);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            activities = activities.Where(a => a.Unit.CompareTo(after.Unit) > 0
                || (a.Unit == after.Unit && a.HappenedOn > after.HappenedOn)
                || (a.Unit == after.Unit && a.HappenedOn == after.HappenedOn && a.Id.CompareTo(after.Id) > 0));
        }

        var read = await activities.OrderBy(a => a.Unit).ThenBy(a => a.HappenedOn).ThenBy(a => a.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, a => new PageKey(a.Unit, a.HappenedOn, a.Id));

        return new ListActivitiesResponse { Activities = { rows.Select(row => ToProto(row, row.Person == me || staffOf.Contains(row.Unit))) }, NextPageToken = next };
    }

    public override Task<ListActivityKindsResponse> ListActivityKinds(ListActivityKindsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListActivityKindsResponse
        {
            Kinds =
            {
                ActivityKinds.All.Select(entry => new ActivityKindEntry
                {
                    Kind = entry.Kind,
                    Title = ErrorTexts.Sentence("sessions", entry.Title, [], context.Culture()),
                    Indicator = entry.Indicator,
                    CanBePlanned = ActivityKinds.CanBePlanned(entry.Kind),
                }),
            },
        });

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

        if (request.Person.Length > 0)
        {
            var person = ResourceName.Parse("people/{person}", request.Person, "person")[0];
            activities = activities.Where(activity => activity.Person == person);
        }

        if (request.PlanItem.Length > 0)
        {
            activities = activities.Where(activity => activity.PlanItem == request.PlanItem);
        }

        if (request.OutreachTeam.Length > 0)
        {
            var team = ResourceName.Parse("units/{unit}/activities/{activity}", request.OutreachTeam, "outreach_team");
            var (unit, id) = (team[0], team[1]);
            activities = activities.Where(activity => activity.Unit == unit && activity.OutreachTeam == id);
        }

        if (request.ResearchProject.Length > 0)
        {
            var project = ResourceName.Parse(
                "units/{unit}/researchProjects/{research_project}", request.ResearchProject, "research_project");
            var (unit, id) = (project[0], project[1]);
            activities = activities.Where(activity => activity.Unit == unit && activity.ResearchProject == id);
        }

        if (request.OnlyPlanned)
        {
            activities = activities.Where(activity => activity.IsPlanned);
        }

        return request.ShowWithdrawn ? activities : activities.Where(activity => !activity.IsWithdrawn);
    }

    private async Task<Activity> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/activities/{activity}", name)[1];
        return await db.FindActivityAsync(id, context) ?? throw ActivityErrors.NotFound(name);
    }

    /// <summary>With the comments, for those they are for.</summary>
    private static V1.Activity Show(Activity activity, ServerCallContext context) => ToProto(
        activity, activity.Person == context.Caller().Person || context.Call().IsStaff(context.Call().UnitPath!));

    internal static V1.Activity ToProto(Activity activity, bool withComments = false) => new()
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
        IsPlanned = activity.IsPlanned,
        PlanItem = activity.PlanItem,
        Topic = activity.Topic,
        SharedAt = activity.SharedAt.Length == 0 ? "" : SessionName.Of(activity.Unit, activity.SharedAt),
        OutreachTeam = activity.OutreachTeam.Length == 0 ? "" : $"units/{activity.Unit}/activities/{activity.OutreachTeam}",
        ResearchProject = activity.ResearchProject.Length == 0
            ? "" : $"units/{activity.Unit}/researchProjects/{activity.ResearchProject}",
        Details = activity.Details.Clone(),
        Comments =
        {
            withComments ? activity.Comments.Select(remark => new ActivityComment
            {
                Author = $"people/{remark.Author}", Text = remark.Text, CreateTime = remark.At.ToTimestamp(),
            }) : [],
        },
    };

    private sealed record PageKey(string Unit, DateOnly HappenedOn, string Id);
}
