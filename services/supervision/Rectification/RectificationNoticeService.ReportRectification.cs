using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> ReportRectification(
        ReportRectificationRequest request, ServerCallContext context)
    {
        var notice = await FindAsync(request.Name, context);
        var wrong = new Violations()
            .EachItemOnce("items", notice, [.. request.Items.Select(item => item.Item)])
            .Text("summary", request.Summary, 2000)
            .OptionalText("long_term_mechanism", request.LongTermMechanism, 2000);
        for (var i = 0; i < request.Items.Count; i++)
        {
            CheckReport(request.Items[i], $"items[{i}]", wrong);
        }

        wrong.ThrowIfAny();

        notice.DraftReport(
            context.Caller().Person, request.Summary, request.LongTermMechanism,
            request.Items.ToDictionary(item => item.Item, item => new MeasureReport(item.Status, item.Result, [.. item.Evidence])));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    public override async Task<V1.RectificationNotice> ApproveRectificationReport(
        ApproveRectificationReportRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("reported_on", request.ReportedOn, clock);
        wrong.ThrowIfAny();
        var notice = await FindAsync(request.Name, context);
        notice.RequireEtag(request.Etag);

        notice.ApproveReport(context.Caller().Person, on);
        db.Enqueue(new RectificationReported(notice.ResourceName, notice.Unit, notice.Number!, on, notice.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(notice);
    }

    private static void CheckReport(ItemReport asked, string at, Violations wrong)
    {
        wrong.Enum($"{at}.status", asked.Status)
            .Text($"{at}.result", asked.Result, 2000)
            .Range($"{at}.evidence", asked.Evidence.Count, 0, 20)
            .AddIf(asked.Status == ItemStatus.Done && asked.Evidence.Count == 0, $"{at}.evidence", "EVIDENCE_MISSING");
        for (var i = 0; i < asked.Evidence.Count; i++)
        {
            wrong.Text($"{at}.evidence[{i}]", asked.Evidence[i]);
        }
    }
}
