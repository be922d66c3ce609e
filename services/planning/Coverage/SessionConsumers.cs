using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Planning.Coverage;

internal sealed class SessionPlannedConsumer(PlanningDbContext db) : IEventConsumer<SessionPlanned>
{
    public Task ConsumeAsync(SessionPlanned evt, CancellationToken cancellationToken) => db.TakeAsync(
        new(evt.Session, evt.Unit, evt.Topic, evt.PlanItem, evt.PlannedOn, SessionStep.Planned, evt.Version), cancellationToken);
}

internal sealed class SessionHeldConsumer(PlanningDbContext db) : IEventConsumer<SessionHeld>
{
    public Task ConsumeAsync(SessionHeld evt, CancellationToken cancellationToken) => db.TakeAsync(
        new(evt.Session, evt.Unit, evt.Topic, evt.PlanItem, evt.HeldOn, SessionStep.Held, evt.Version), cancellationToken);
}

internal sealed class SessionCancelledConsumer(PlanningDbContext db) : IEventConsumer<SessionCancelled>
{
    public Task ConsumeAsync(SessionCancelled evt, CancellationToken cancellationToken) => db.TakeAsync(
        new(evt.Session, evt.Unit, evt.Topic, evt.PlanItem, evt.PlannedOn, SessionStep.Cancelled, evt.Version), cancellationToken);
}

internal static class CoveredSessions
{
    public static async Task TakeAsync(this PlanningDbContext db, SessionNews news, CancellationToken cancellationToken)
    {
        var session = await db.CoveredSessions.SingleOrDefaultAsync(s => s.Session == news.Session, cancellationToken);
        if (session is null)
        {
            session = new CoveredSession { Session = news.Session };
            db.Add(session);
        }

        session.Take(news);
    }
}
