using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal sealed class FirstTopicStudiedConsumer(SupervisionDbContext db) : IEventConsumer<FirstTopicStudied>
{
    public Task ConsumeAsync(FirstTopicStudied evt, CancellationToken cancellationToken) => db.TakeAsync(
        evt.FirstTopic, FactKind.FirstTopic, evt.Unit, evt.StudiedOn, true, evt.Version, cancellationToken);
}
