using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class ArchiveOverdueConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ArchiveOverdue>
{
    public Task ConsumeAsync(ArchiveOverdue evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.ArchiveDeadline, AlertLevel.Overdue, $"{evt.Session}/archive", evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.DueOn)
            .For([.. Audience.SecretaryAndLeader(evt.Unit), Audience.Publicity(evt.Unit)]),
        cancellationToken);
}
