using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Notices;

internal sealed partial class NoticeService
{
    public override Task<V1.Notice> ReplyToNotice(ReplyToNoticeRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Enum("reply", request.Reply);
        var person = wrong.Person("person", request.Person);
        wrong.ThrowIfAny();
        person = person.Length == 0 ? context.Caller().Person : person;

        return db.InTransactionAsync(
            async () =>
            {
                var session = await FindIssuedAsync(request.Name, context);
                session.Require(SessionState.Notified);
                RequireRecipient(session, person, context);
                await SettleLeaveAsync(session, person, request, context);

                var answer = await db.Set<NoticeAnswer>().FindAsync([session.Unit, session.Id, person], context.CancellationToken)
                    ?? db.Add(new NoticeAnswer(session.Unit, session.Id, person)).Entity;
                answer.Say(request.Reply, clock.GetUtcNow());
                await AcknowledgeAsync(session, person, context.CancellationToken);
                await db.SaveChangesAsync(context.CancellationToken);
                return await ToProtoAsync(session, context);
            },
            context.CancellationToken);
    }

    private static void RequireRecipient(StudySession session, string person, ServerCallContext context)
    {
        var isOwn = person == context.Caller().Person;
        if (!session.Notice.Persons.Contains(person)
            || (!isOwn && !context.Caller().Has(Role.StudySecretary, context.Call().UnitPath!)))
        {
            throw SessionErrors.NotARecipient();
        }
    }

    /// <summary>Leave is asked for once, by the rules of leave requests; who has asked does not also come.</summary>
    private async Task SettleLeaveAsync(
        StudySession session, string person, ReplyToNoticeRequest request, ServerCallContext context)
    {
        var leave = await db.LeaveRequests.AsNoTracking().SingleOrDefaultAsync(
            l => l.Unit == session.Unit && l.Session == session.Id && l.Person == person, context.CancellationToken);
        if (request.Reply == NoticeReply.AsksLeave && leave is null)
        {
            var leaves = ActivatorUtilities.CreateInstance<LeaveRequests.LeaveRequestService>(
                context.GetHttpContext().RequestServices);
            await leaves.CreateLeaveRequest(
                new CreateLeaveRequestRequest
                {
                    Parent = session.ResourceName, LeaveRequest = request.LeaveRequest, Person = $"people/{person}",
                },
                context);
        }
        else if (request.Reply == NoticeReply.WillAttend
            && leave is { State: LeaveState.Requested or LeaveState.ToRegister or LeaveState.Approved })
        {
            throw SessionErrors.LeaveOpen(session);
        }
    }

    private async Task AcknowledgeAsync(StudySession session, string person, CancellationToken cancellationToken)
    {
        var sequence = session.Notice.Sequence;
        if (await db.Set<NoticeReceipt>().FindAsync([session.Unit, session.Id, person, sequence], cancellationToken) is null)
        {
            db.Add(new NoticeReceipt(session.Unit, session.Id, person, sequence, clock.GetUtcNow()));
        }
    }
}
