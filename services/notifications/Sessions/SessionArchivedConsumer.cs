using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class SessionArchivedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<SessionArchived>
{
    public Task ConsumeAsync(SessionArchived evt, CancellationToken cancellationToken) =>
        db.ClearAsync($"{evt.Session}/archive", evt.Version, clock.GetUtcNow(), cancellationToken);
}
