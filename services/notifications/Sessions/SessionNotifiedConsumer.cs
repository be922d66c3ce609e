using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class SessionNotifiedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<SessionNotified>
{
    // Topic and place stay out: free text may be sensitive, and the session is one tap away.
    public Task ConsumeAsync(SessionNotified evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.SessionNotice, AlertLevel.Action, evt.Session, evt.Unit, evt.Version, clock.GetUtcNow(),
                day: evt.StartsAt.InChina(), time: TimeOnly.FromDateTime(evt.StartsAt.ToOffset(TimeSpan.FromHours(8)).DateTime))
            .For(evt.Recipients.Select(Audience.Person)),
        cancellationToken);
}
