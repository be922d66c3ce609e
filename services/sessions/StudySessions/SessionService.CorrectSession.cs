using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    private static readonly string[] Held =
        ["topic", "forms", "reading_class", "plan_item", "unplanned_reason", "held_on", "held_until", "material_volumes"];

    public override async Task<Session> CorrectSession(CorrectSessionRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, Held);
        var name = SessionName.Parse(request.Session.Name);

        return await db.InTransactionAsync(
            async () =>
            {
                // The roll first, as everywhere: marks in flight are in before the day is looked at.
                await rolls.LockAsync(name, context.CancellationToken);
                var session = await FindAsync(request.Session.Name, context);
                session.RequireEtag(request.Session.Etag);
                session.Require(SessionState.Held, SessionState.Recorded, SessionState.Complete);
                await CorrectAsync(session, fields, request, context);
                return ToProto(session);
            },
            context.CancellationToken);
    }

    private async Task CorrectAsync(
        StudySession session, HashSet<string> fields, CorrectSessionRequest request, ServerCallContext context)
    {
        var asked = ToProto(session);
        Content.Take(fields, request.Session, asked);
        var wrong = new Violations().Text("reason", request.Reason, 500)
            .Range("session.material_volumes", asked.MaterialVolumes, 0, 100_000);
        var (on, until) = CheckDays(wrong, "session.", asked.HeldOn, asked.HeldUntil);
        var plan = await SessionPlan.CheckAsync(asked, session.Unit, session.Id, db, wrong, context.CancellationToken);
        wrong.ThrowIfAny();
        await RequireNoSessionsInsideAsync(session, plan, context.CancellationToken);

        if (on != session.HeldOn)
        {
            await rolls.MoveAsync(session, on, context.CancellationToken);
        }

        if (on != session.HeldOn)
        {
            await topics.MoveAsync(session, on, request.Reason, context.CancellationToken);
        }

        session.Correct(plan, on, until, asked.MaterialVolumes, request.Reason);
        db.Enqueue(HeldEvent(session));
        if (session.State == SessionState.Complete)
        {
            // What counts by its completeness counts on its day.
            db.Enqueue(CompletedEvent(session));
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }
}
