using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MakeUpDueSoonConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<MakeUpDueSoon>
{
    public Task ConsumeAsync(MakeUpDueSoon evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.MakeUpDeadline, AlertLevel.DueSoon, evt.MakeUp, evt.Unit, evt.Version, clock.GetUtcNow(),
                day: evt.DueOn)
            .For(Audience.Person(evt.Person)),
        cancellationToken);
}
