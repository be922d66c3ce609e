using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class SessionReopenedConsumer(SupervisionDbContext db) : IEventConsumer<SessionReopened>
{
    public Task ConsumeAsync(SessionReopened evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Session, FactKind.RecordComplete, evt.Unit, evt.HeldOn, false, evt.Version, cancellationToken);
}
