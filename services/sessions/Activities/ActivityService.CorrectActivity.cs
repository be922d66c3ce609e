using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService
{
    public override async Task<V1.Activity> CorrectActivity(CorrectActivityRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, ActivityContent.Fields);
        var wrong = new Violations().Text("reason", request.Reason, 500);
        var activity = await FindOwnAsync(request.Activity.Name, context);
        activity.RequireEtag(request.Activity.Etag);
        var asked = ToProto(activity);
        Content.Take(fields, request.Activity, asked);
        if (!context.KeepsActivities())
        {
            BeOwn(asked, context);
        }

        await ActivityContent.CheckAsync(db, activity.Unit, [("activity", asked)], wrong, clock, context.CancellationToken);
        if (asked.PlanItem != activity.PlanItem)
        {
            await PlanItemLinks.CheckAsync(db, activity.Unit, [("activity", asked)], wrong, context.CancellationToken);
        }

        wrong.ThrowIfAny();

        activity.Correct(asked, request.Reason);
        Announce(activity);
        await db.SaveChangesAsync(context.CancellationToken);

        return Show(activity, context);
    }

    public override async Task<V1.Activity> WithdrawActivity(WithdrawActivityRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var activity = await FindOwnAsync(request.Name, context);
        activity.RequireEtag(request.Etag);

        activity.Withdraw(request.Reason);
        Announce(activity);
        await db.SaveChangesAsync(context.CancellationToken);

        return Show(activity, context);
    }

    private async Task<Activity> FindOwnAsync(string name, ServerCallContext context)
    {
        var activity = await FindAsync(name, context);
        return context.KeepsActivities() || activity.Person == context.Caller().Person ? activity : throw ActivityErrors.NotYours();
    }
}
