using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Notices;

internal sealed partial class NoticeService
{
    public override async Task<V1.Notice> IssueNotice(IssueNoticeRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("issued_on", request.IssuedOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);
        session.RequireApprovedScheme();
        session.Require(SessionState.SchemeApproved, SessionState.Notified, SessionState.Postponed);

        var notice = await WriteAsync(session, on, context.CancellationToken);
        session.Notify(notice);
        db.Enqueue(new SessionNotified(
            session.ResourceName, session.Unit, session.Topic, session.Scheme.StartTime.ToDateTimeOffset(),
            session.Scheme.Place, notice.Persons, session.NextVersion, notice.Sequence, notice.Changes));
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(session, context);
    }

    private async Task<Notice> WriteAsync(StudySession session, DateOnly on, CancellationToken cancellationToken)
    {
        var day = NoticeText.DayOf(session.Scheme);
        var members = await Recipients.OfAsync(db, session, day, cancellationToken);
        var unitName = await db.UnitNameAsync(session.Unit, cancellationToken);
        var rules = await Rules.LoadAsync(db, session.Unit, on, cancellationToken);
        var (sequence, facts) = (session.Notice.Sequence + 1, NoticeFacts.Of(session));
        var first = session.Notice.First ?? facts;
        var changes = first.ChangesTo(facts);
        return new Notice(
            NoticeText.Write(session, unitName, on, changes), NoticeIcs.Write(session, sequence, clock.GetUtcNow()), sequence, on,
            IsLate: on > day.AddDays(-rules.Number("notice.lead_days")), rules.Rulebook, members, first, changes);
    }
}
