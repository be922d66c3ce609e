using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

internal sealed class RectificationExtensionRefusedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationExtensionRefused>
{
    public Task ConsumeAsync(RectificationExtensionRefused evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.RectificationExtensionRefused, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version,
                clock.GetUtcNow(), evt.Number, evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
