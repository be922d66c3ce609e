using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService
{
    public override async Task<V1.Activity> CreateActivity(CreateActivityRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Activity?.Clone() ?? new V1.Activity();
        if (!context.KeepsActivities())
        {
            BeOwn(asked, context);
        }

        var wrong = new Violations().OptionalId("activity_id", request.ActivityId);
        await ActivityContent.CheckAsync(db, unit, [("activity", asked)], wrong, clock, context.CancellationToken);
        await PlanItemLinks.CheckAsync(db, unit, [("activity", asked)], wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var activity = Add(unit, request.ActivityId, asked);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("activity"))
        {
            throw ActivityErrors.Exists(activity.ResourceName);
        }

        return Show(activity, context);
    }

    private Activity Add(string unit, string id, V1.Activity asked)
    {
        var activity = new Activity(unit, ResourceName.NewId(id));
        activity.Write(asked);
        db.Add(activity);
        Announce(activity);
        return activity;
    }

    /// <summary>What is only planned is no fact yet.</summary>
    private void Announce(Activity activity)
    {
        if (!activity.IsPlanned)
        {
            db.Enqueue(activity.ToEvent());
        }
    }

    private static void BeOwn(V1.Activity asked, ServerCallContext context)
    {
        var me = $"people/{context.Caller().Person}";
        if (asked.Person.Length > 0 && asked.Person != me)
        {
            throw ActivityErrors.NotYours();
        }

        asked.Person = me;
    }
}
