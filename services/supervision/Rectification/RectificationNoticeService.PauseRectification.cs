using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> PauseRectification(
        PauseRectificationRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 500);
        var on = wrong.StepDate("paused_on", request.PausedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindToVerifyAsync(request.Name, on, context);

        notice.Pause(context.Caller().Person, on, request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> ResumeRectification(
        ResumeRectificationRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("resumed_on", request.ResumedOn, clock);
        wrong.ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindToVerifyAsync(request.Name, on, context);

        var before = notice.DueOn;
        notice.Resume(context.Caller().Person, on, await WorkCalendar.LoadAsync(db, context.CancellationToken));
        return await SaveMovedAsync(notice, before, transaction, context);
    }
}
