using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.Alerts;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> RequestRectificationExtension(
        RequestRectificationExtensionRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 1000);
        var dueOn = wrong.Date("due_on", request.DueOn);
        var on = wrong.StepDate("asked_on", request.AskedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindAsync(request.Name, context);

        notice.AskExtension(context.Caller().Person, on, dueOn, request.Reason);
        db.Enqueue(new RectificationExtensionRequested(
            notice.ResourceName, notice.Unit, notice.Number!, dueOn, notice.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> ApproveRectificationExtension(
        ApproveRectificationExtensionRequest request, ServerCallContext context)
    {
        var wrong = new Violations().OptionalText("opinion", request.Opinion, 1000);
        var dueOn = wrong.OptionalDate("due_on", request.DueOn);
        var on = wrong.StepDate("decided_on", request.DecidedOn, clock);
        wrong.ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindToVerifyAsync(request.Name, on, context);
        var asked = notice.Extensions.LastOrDefault();
        wrong.AddIf(
                asked is { IsPending: true } && dueOn > asked.AskedDueOn, "due_on", "DUE_DATE_TOO_LATE",
                ("latest", asked?.AskedDueOn.ToText() ?? ""))
            .ThrowIfAny();

        var before = notice.DueOn;
        notice.GrantExtension(context.Caller().Person, on, dueOn, request.Opinion);
        return await SaveMovedAsync(notice, before, transaction, context);
    }

    public override async Task<V1.RectificationNotice> RefuseRectificationExtension(
        RefuseRectificationExtensionRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("opinion", request.Opinion, 1000);
        var on = wrong.StepDate("decided_on", request.DecidedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindToVerifyAsync(request.Name, on, context);

        notice.RefuseExtension(context.Caller().Person, on, request.Opinion);
        db.Enqueue(new RectificationExtensionRefused(
            notice.ResourceName, notice.Unit, notice.Number!, notice.DueOn!.Value, notice.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    /// <summary>After a move of the due date: levels that lie ahead again are armed, one that is reached already alerts.</summary>
    private async Task<V1.RectificationNotice> SaveMovedAsync(
        RectificationNotice notice, DateOnly? before, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction? transaction,
        ServerCallContext context)
    {
        // Without a move nothing is armed anew: with a clock set back in between it would alert twice for one date.
        if (notice.DueOn != before)
        {
            db.Enqueue(new RectificationExtended(
                notice.ResourceName, notice.Unit, notice.Number!, notice.DueOn!.Value, notice.NextVersion));
            await db.RearmAsync(notice, clock, context.CancellationToken);
        }

        await db.AlertAsync(notice, notice.NextVersion, clock, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return ToProto(notice);
    }
}
