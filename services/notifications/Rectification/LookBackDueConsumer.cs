using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

/// <summary>To look back is the office's work, not the unit's; long overdue, the publicity department hears of it too.</summary>
internal sealed class LookBackDueConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<LookBackDue>
{
    public Task ConsumeAsync(LookBackDue evt, CancellationToken cancellationToken)
    {
        var level = AlertKinds.LevelOf(evt.Level);
        return db.RaiseDeadlineAsync(
            Alert.Of(
                    AlertKind.LookBackDeadline, level, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                    evt.Number, evt.DueOn)
                .For(
                [
                    Audience.SupervisionOffice(evt.Unit),
                    .. level == AlertLevel.Escalated ? [Audience.Publicity(evt.Unit)] : Array.Empty<string>(),
                ]),
            cancellationToken);
    }
}
