using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

/// <summary>The time was moved: recalls of the old date end, those of the new one come with their day.</summary>
internal sealed class RectificationExtendedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationExtended>
{
    public async Task ConsumeAsync(RectificationExtended evt, CancellationToken cancellationToken)
    {
        var moved = Alert.Of(
                AlertKind.RectificationExtended, AlertLevel.Info, evt.Notice, evt.Unit, evt.Version,
                clock.GetUtcNow(), evt.Number, evt.DueOn)
            .For(Told.Of(evt.Unit));
        await db.RaiseAsync(moved, cancellationToken);
        // Entered late, the new date may have passed too: then what stands on the board still stands.
        if (evt.DueOn >= clock.Today())
        {
            await db.ClearDeadlinesAsync(moved, cancellationToken);
        }
    }
}
