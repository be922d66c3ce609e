using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.Alerts;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> RecordLookBack(RecordLookBackRequest request, ServerCallContext context)
    {
        var asked = request.LookBack ?? new LookBack();
        var wrong = new Violations();
        var on = wrong.StepDate("look_back.checked_on", asked.CheckedOn, clock);
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindToVerifyAsync(request.Name, on, context);
        CheckLookBack(asked, notice, wrong);
        wrong.ThrowIfAny();

        var (dueOn, _) = await ReportDueOnAsync(notice.Unit, on, context.CancellationToken);
        var record = new LookBackRecord(
            on, [.. asked.Ways], [.. asked.People],
            [.. asked.Results.OrderBy(r => r.Item).Select(r => new LookBackItem(r.Item, r.Finding, r.Evidence))],
            asked.Conclusion, asked.FollowUp, context.Caller().Person);
        notice.RecordLookBack(record, dueOn);
        db.Enqueue(record.IsPassed
            ? new LookBackPassed(notice.ResourceName, notice.Unit, notice.Number!, notice.Items.Count, on, notice.NextVersion)
            : new LookBackFailed(notice.ResourceName, notice.Unit, notice.Number!, on, notice.NextVersion, dueOn));
        await db.AlertAsync(notice, notice.NextVersion, clock, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return ToProto(notice);
    }

    private static void CheckLookBack(LookBack asked, RectificationNotice notice, Violations wrong)
    {
        wrong.AddIf(asked.Ways.Count == 0, "look_back.ways", "FIELD_REQUIRED")
            .Range("look_back.people", asked.People.Count, 0, 20)
            .EachItemOnce("look_back.results", notice, [.. asked.Results.Select(result => result.Item)])
            .Text("look_back.conclusion", asked.Conclusion, 2000)
            .OptionalText("look_back.follow_up", asked.FollowUp, 1000);
        for (var i = 0; i < asked.Ways.Count; i++)
        {
            wrong.Enum($"look_back.ways[{i}]", asked.Ways[i])
                .AddIf(asked.Ways.Take(i).Contains(asked.Ways[i]), $"look_back.ways[{i}]", "METHOD_REPEATED");
        }

        for (var i = 0; i < asked.People.Count; i++)
        {
            wrong.Text($"look_back.people[{i}]", asked.People[i], 100);
        }

        for (var i = 0; i < asked.Results.Count; i++)
        {
            wrong.Enum($"look_back.results[{i}].finding", asked.Results[i].Finding)
                .OptionalText($"look_back.results[{i}].evidence", asked.Results[i].Evidence, 500);
        }
    }
}
