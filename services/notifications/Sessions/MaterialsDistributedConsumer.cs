using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MaterialsDistributedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<MaterialsDistributed>
{
    // Another round is another alert that stands for the one before.
    public Task ConsumeAsync(MaterialsDistributed evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.MaterialsDistributed, AlertLevel.Action, evt.Subject, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Materials.ToString(System.Globalization.CultureInfo.InvariantCulture), evt.DistributedOn)
            .For(evt.Recipients.Select(Audience.Person)),
        cancellationToken);
}
