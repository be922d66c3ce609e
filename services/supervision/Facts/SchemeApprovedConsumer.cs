using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class SchemeApprovedConsumer(SupervisionDbContext db, TimeProvider clock) : IEventConsumer<SchemeApproved>
{
    public Task ConsumeAsync(SchemeApproved evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Session, FactKind.SchemeApproved, evt.Unit, clock.Today(), true, evt.Version, cancellationToken);
}
