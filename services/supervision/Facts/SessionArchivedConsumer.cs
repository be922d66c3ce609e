using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class SessionArchivedConsumer(SupervisionDbContext db) : IEventConsumer<SessionArchived>
{
    public Task ConsumeAsync(SessionArchived evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Session, FactKind.Archived, evt.Unit, evt.HeldOn, true, evt.Version, cancellationToken);
}
