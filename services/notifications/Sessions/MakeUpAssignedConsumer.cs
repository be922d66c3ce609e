using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MakeUpAssignedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<MakeUpAssigned>
{
    public Task ConsumeAsync(MakeUpAssigned evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.MakeUpAssigned, AlertLevel.Action, evt.MakeUp, evt.Unit, evt.Version, clock.GetUtcNow(),
                day: evt.DueOn)
            .For(Audience.Person(evt.Person)),
        cancellationToken);
}
