using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Supervision.Alerts;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> ReturnRectificationReport(
        ReturnRectificationReportRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("opinion", request.Opinion, 1000);
        var on = wrong.StepDate("returned_on", request.ReturnedOn, clock);
        var (latest, _) = await ReportDueOnAsync(context.Call().Unit!, on, context.CancellationToken);
        var dueOn = wrong.OptionalDate("due_on", request.DueOn) ?? latest;
        wrong.AddIf(dueOn != default && dueOn < on, "due_on", "DATE_TOO_EARLY", ("earliest", on.ToText()))
            .AddIf(dueOn > latest, "due_on", "DUE_DATE_TOO_LATE", ("latest", latest.ToText()))
            .ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindToVerifyAsync(request.Name, on, context);

        notice.ReturnReport(context.Caller().Person, on, request.Opinion, dueOn);
        db.Enqueue(new RectificationReturned(
            notice.ResourceName, notice.Unit, notice.Number!, request.Opinion, notice.NextVersion, dueOn));
        await db.AlertAsync(notice, notice.NextVersion, clock, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> AcceptRectificationReport(
        AcceptRectificationReportRequest request, ServerCallContext context)
    {
        var wrong = new Violations().OptionalText("opinion", request.Opinion, 1000);
        var on = wrong.StepDate("accepted_on", request.AcceptedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindToVerifyAsync(request.Name, on, context);

        var rules = await Rules.LoadAsync(db, notice.Unit, on, context.CancellationToken);
        var lookBackDueOn = on.AddDays(rules.Number("lookback.after_days"));
        notice.AcceptReport(context.Caller().Person, on, request.Opinion, lookBackDueOn);
        db.Enqueue(new RectificationAccepted(
            notice.ResourceName, notice.Unit, notice.Number!, notice.Items.Count, on, lookBackDueOn, notice.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }
}
