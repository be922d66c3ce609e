using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class PlanFiledConsumer(SupervisionDbContext db) : IEventConsumer<PlanFiled>
{
    public Task ConsumeAsync(PlanFiled evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Plan, FactKind.PlanFiled, evt.Unit, evt.FiledOn, true, evt.Version, cancellationToken);
}
