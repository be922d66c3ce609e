using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Sessions.PlanItems;

internal sealed class PlanAmendedConsumer(SessionsDbContext db) : IEventConsumer<PlanAmended>
{
    public Task ConsumeAsync(PlanAmended evt, CancellationToken cancellationToken) =>
        db.TakeAsync(evt.Plan, evt.Items ?? [], evt.Version, cancellationToken);
}
