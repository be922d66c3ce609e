using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

internal sealed class RectificationExtensionRequestedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationExtensionRequested>
{
    public Task ConsumeAsync(RectificationExtensionRequested evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.RectificationExtensionRequested, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version,
                clock.GetUtcNow(), evt.Number, evt.AskedDueOn)
            .For(Audience.SupervisionOffice(evt.Unit), Audience.Publicity(evt.Unit)),
        cancellationToken);
}
