using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    public override async Task<Session> PostponeSession(PostponeSessionRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 500);
        var to = wrong.Date("planned_on", request.PlannedOn);
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.Postpone(to, request.Reason);
        db.Enqueue(PlannedEvent(session));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    public override async Task<Session> CancelSession(CancelSessionRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.Cancel(request.Reason, clock.GetUtcNow());
        db.Enqueue(new SessionCancelled(
            session.ResourceName, session.Unit, session.Topic, session.PlanItem, session.PlannedOn, request.Reason,
            session.Notice.Persons, session.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }
}
