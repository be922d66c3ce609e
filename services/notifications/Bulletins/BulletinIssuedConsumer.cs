using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Bulletins;

internal sealed class BulletinIssuedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<BulletinIssued>
{
    public Task ConsumeAsync(BulletinIssued evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.BulletinIssued, AlertLevel.Info, evt.Bulletin, evt.Unit, evt.Version, clock.GetUtcNow(), evt.Number)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}
