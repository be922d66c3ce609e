using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Supervision.Alerts;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

internal sealed partial class RectificationNoticeService
{
    public override async Task<V1.RectificationNotice> IssueRectificationNotice(
        IssueRectificationNoticeRequest request, ServerCallContext context)
    {
        var wrong = new Violations().OptionalText("number_prefix", request.NumberPrefix, 20);
        var on = wrong.StepDate("issued_on", request.IssuedOn, clock);
        wrong.ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var notice = await FindAsync(request.Name, context);
        notice.RequireEtag(request.Etag);
        notice.RequireOpen();

        var (dueOn, rulebook) = await ReportDueOnAsync(notice.Unit, on, context.CancellationToken);
        var prefix = request.NumberPrefix.Length > 0 ? request.NumberPrefix : options.Value.NoticeNumberPrefix;
        var number = await db.NextNumberAsync(notice.Organiser, prefix, on.Year, context.CancellationToken);
        notice.Issue(context.Caller().Person, number, on, dueOn, rulebook);
        db.Enqueue(new RectificationNoticeIssued(
            notice.ResourceName, notice.Unit, number, notice.Items.Count, on, dueOn, notice.NextVersion));
        await db.AlertAsync(notice, notice.NextVersion, clock, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return ToProto(notice);
    }

    /// <summary>When a report is due that is asked for on that day, and the rulebook that says so.</summary>
    private async Task<(DateOnly DueOn, string Rulebook)> ReportDueOnAsync(
        string unit, DateOnly on, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, unit, on, cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        return (calendar.AddWorkdays(on, rules.Number("rectify.report_wd")), rules.Rulebook);
    }
}
