using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class ActivityRecordedConsumer(SupervisionDbContext db) : IEventConsumer<ActivityRecorded>
{
    public Task ConsumeAsync(ActivityRecorded evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.Activity, FactKind.Activity, evt.Unit, evt.HappenedOn, !evt.IsWithdrawn, evt.Version, cancellationToken);
}
