using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Notices;

internal sealed partial class NoticeService(SessionsDbContext db, TimeProvider clock) : V1.NoticeService.NoticeServiceBase
{
    private static readonly Role[] SeesAll = [Role.StudySecretary, Role.GroupLeader, Role.CountyOffice, Role.Publicity];

    public override async Task<V1.Notice> GetNotice(GetNoticeRequest request, ServerCallContext context) =>
        await ToProtoAsync(await FindIssuedAsync(request.Name, context), context);

    public override async Task<V1.Notice> AcknowledgeNotice(AcknowledgeNoticeRequest request, ServerCallContext context)
    {
        var session = await FindIssuedAsync(request.Name, context);
        var me = context.Caller().Person;
        if (!session.Notice.Persons.Contains(me))
        {
            throw SessionErrors.NotARecipient();
        }

        db.Add(new NoticeReceipt(session.Unit, session.Id, me, session.Notice.Sequence, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("notice_receipt"))
        {
            // Read already: the first time counts.
            db.ChangeTracker.Clear();
        }

        return await ToProtoAsync(session, context);
    }

    private Task<StudySession> FindAsync(string name, ServerCallContext context) =>
        db.FindSessionAsync(SessionName.Parse(name, "notice"), context);

    private async Task<StudySession> FindIssuedAsync(string name, ServerCallContext context)
    {
        var session = await FindAsync(name, context);
        return session.Notice.IsIssued ? session : throw SessionErrors.NoticeNotFound(session);
    }

    private async Task<V1.Notice> ToProtoAsync(StudySession session, ServerCallContext context)
    {
        var (me, call) = (context.Caller(), context.Call());
        var notice = await ToProtoAsync(db, session, context.CancellationToken);
        if (call.UnitPath is null || !me.HasAny(SeesAll, call.UnitPath))
        {
            var own = notice.Recipients.Where(recipient => recipient.Person == $"people/{me.Person}").ToList();
            notice.Recipients.Clear();
            notice.Recipients.Add(own);
        }

        return notice;
    }

    internal static async Task<V1.Notice> ToProtoAsync(
        SessionsDbContext db, StudySession session, CancellationToken cancellationToken)
    {
        var notice = session.Notice;
        var receipts = await db.Set<NoticeReceipt>().AsNoTracking()
            .Where(r => r.Unit == session.Unit && r.Session == session.Id && r.Sequence == notice.Sequence)
            .ToDictionaryAsync(r => r.Person, r => r.AcknowledgedAt, cancellationToken);
        var answers = await db.Set<NoticeAnswer>().AsNoTracking()
            .Where(a => a.Unit == session.Unit && a.Session == session.Id).ToDictionaryAsync(a => a.Person, cancellationToken);
        return new V1.Notice
        {
            Name = $"{session.ResourceName}/notice",
            Text = notice.Text,
            Ics = notice.Ics,
            Sequence = notice.Sequence,
            IssuedOn = notice.IssuedOn.ToText(),
            IsLate = notice.IsLate,
            Rulebook = notice.Rulebook,
            Recipients =
            {
                notice.Recipients.Select(recipient => new NoticeRecipient
                {
                    Person = $"people/{recipient.Person}",
                    DisplayName = recipient.Name,
                    AcknowledgeTime = receipts.TryGetValue(recipient.Person, out var at) ? at.ToTimestamp() : null,
                    Reply = answers.GetValueOrDefault(recipient.Person)?.Reply ?? NoticeReply.Unspecified,
                    ReplyTime = answers.GetValueOrDefault(recipient.Person)?.RepliedAt.ToTimestamp(),
                }),
            },
            Changes = { notice.Changes ?? [] },
        };
    }
}
