using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

internal sealed partial class ActivityService
{
    public override async Task<V1.Activity> HoldActivity(HoldActivityRequest request, ServerCallContext context)
    {
        var wrong = new Violations().OptionalText("place", request.Place).Range("audience", request.Audience, 0, 1_000_000)
            .NoSecretMarks("", request);
        var activity = await FindOwnAsync(request.Name, context);
        activity.RequireEtag(request.Etag);
        var heldOn = request.HeldOn.Length > 0 ? request.HeldOn : activity.HappenedOn.ToText();
        var on = wrong.PastDate("held_on", heldOn, clock);
        wrong.ThrowIfAny();

        activity.Hold(on, request.Place, request.HasAudience ? request.Audience : null);
        db.Enqueue(activity.ToEvent());
        await db.SaveChangesAsync(context.CancellationToken);

        return Show(activity, context);
    }

    public override async Task<V1.Activity> CommentOnActivity(CommentOnActivityRequest request, ServerCallContext context)
    {
        new Violations().Text("text", request.Text, 2000).NoSecretMarks("", request).ThrowIfAny();
        var activity = await FindAsync(request.Name, context);

        activity.Comment(context.Caller().Person, request.Text, clock.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);

        return Show(activity, context);
    }
}
