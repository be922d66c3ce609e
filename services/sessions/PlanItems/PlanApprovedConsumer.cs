using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Sessions.PlanItems;

internal sealed class PlanApprovedConsumer(SessionsDbContext db) : IEventConsumer<PlanApproved>
{
    public Task ConsumeAsync(PlanApproved evt, CancellationToken cancellationToken) =>
        db.TakeAsync(evt.Plan, evt.Items ?? [], evt.Version, cancellationToken);
}
