using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class SessionCancelledConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<SessionCancelled>
{
    // Before the notice nobody knew of the session.
    public async Task ConsumeAsync(SessionCancelled evt, CancellationToken cancellationToken)
    {
        if (evt.Recipients.Count > 0)
        {
            await db.RaiseAsync(
                Alert.Of(
                        AlertKind.SessionCancelled, AlertLevel.Action, evt.Session, evt.Unit, evt.Version, clock.GetUtcNow(),
                        day: evt.PlannedOn)
                    .For(evt.Recipients.Select(Audience.Person)),
                cancellationToken);
        }
    }
}
