using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Bulletins;

internal sealed class BulletinRemindedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<BulletinReminded>
{
    public Task ConsumeAsync(BulletinReminded evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.BulletinReminded, AlertLevel.Action, evt.Bulletin, evt.Unit, evt.Version, clock.GetUtcNow(), evt.Number)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}
