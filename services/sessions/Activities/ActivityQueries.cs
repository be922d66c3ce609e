using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

/// <summary>Which activities a caller sees, and keeps.</summary>
internal static class ActivityQueries
{
    /// <param name="me">Id of the caller.</param>
    /// <param name="staffOf">Units whose staff the caller is.</param>
    public static IQueryable<Activity> NotPrivateTo(this IQueryable<Activity> activities, string me, List<string> staffOf) =>
        activities.Where(a => a.Kind != ActivityKind.SelfStudy || a.SharedAt != "" || a.Person == me || staffOf.Contains(a.Unit));

    /// <summary>The activity of the unit that the call names; null also when it is not the caller's to see.</summary>
    public static async Task<Activity?> FindActivityAsync(this SessionsDbContext db, string id, ServerCallContext context)
    {
        var staffOf = await context.Call().StaffUnitsAsync(db, context.CancellationToken);
        return await db.Activities.VisibleTo(context.Call(), db).NotPrivateTo(context.Caller().Person, staffOf)
            .SingleOrDefaultAsync(activity => activity.Id == id, context.CancellationToken);
    }

    /// <summary>Secretary and publicity department keep the unit's list; a member only what is his.</summary>
    public static bool KeepsActivities(this ServerCallContext context) =>
        context.Caller().HasAny([Role.StudySecretary, Role.Publicity], context.Call().UnitPath!);

    public static bool MayChange(this ServerCallContext context, Activity activity) =>
        context.KeepsActivities() || activity.Person == context.Caller().Person;
}
