using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class SessionCompletedConsumer(SupervisionDbContext db) : IEventConsumer<SessionCompleted>
{
    public Task ConsumeAsync(SessionCompleted evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Session, FactKind.RecordComplete, evt.Unit, evt.HeldOn, true, evt.Version, cancellationToken);
}
