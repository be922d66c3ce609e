using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MakeUpOverdueConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<MakeUpOverdue>
{
    // A matter of the group: the member makes it up, the secretary reminds and confirms. Nobody above is told.
    public Task ConsumeAsync(MakeUpOverdue evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.MakeUpDeadline, AlertLevel.Overdue, evt.MakeUp, evt.Unit, evt.Version, clock.GetUtcNow(),
                day: evt.DueOn)
            .For(Audience.Person(evt.Person), Audience.Secretary(evt.Unit)),
        cancellationToken);
}
