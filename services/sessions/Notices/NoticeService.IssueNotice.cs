using Grpc.Core;
using Microsoft.EntityFrameworkCore;
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
            session.Scheme.Place, notice.Persons, session.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(session, context);
    }

    private async Task<Notice> WriteAsync(StudySession session, DateOnly on, CancellationToken cancellationToken)
    {
        var day = NoticeText.DayOf(session.Scheme);
        var members = await db.MemberViews.AsNoTracking().OfUnitOn(session.Unit, day)
            .Where(member => member.Kind == "Full" || member.Kind == "Invited")
            .Select(member => new Recipient(member.Person, member.Name))
            .ToListAsync(cancellationToken);
        if (members.Count == 0)
        {
            throw SessionErrors.NoRecipients(session);
        }

        var unitName = await db.UnitViews.Where(unit => unit.Code == session.Unit).Select(unit => unit.Name)
            .SingleAsync(cancellationToken);
        var rules = await Rules.LoadAsync(db, session.Unit, on, cancellationToken);
        var sequence = session.Notice.Sequence + 1;
        return new Notice(
            NoticeText.Write(session, unitName, on), NoticeIcs.Write(session, sequence, clock.GetUtcNow()), sequence, on,
            IsLate: on > day.AddDays(-rules.Number("notice.lead_days")), rules.Rulebook,
            [.. members.DistinctBy(member => member.Person)]);
    }
}
