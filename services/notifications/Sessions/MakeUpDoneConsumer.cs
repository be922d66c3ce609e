using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MakeUpDoneConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<MakeUpDone>
{
    public Task ConsumeAsync(MakeUpDone evt, CancellationToken cancellationToken) =>
        db.ClearAsync(evt.MakeUp, evt.Version, clock.GetUtcNow(), cancellationToken);
}
