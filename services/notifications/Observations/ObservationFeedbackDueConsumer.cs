using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Rectification;

namespace StudySuite.Notifications.Observations;

/// <summary>The observers owe the form; once it is overdue, who organised the sit-in hears of it too.</summary>
internal sealed class ObservationFeedbackDueConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ObservationFeedbackDue>
{
    public Task ConsumeAsync(ObservationFeedbackDue evt, CancellationToken cancellationToken)
    {
        var level = AlertKinds.LevelOf(evt.Level);
        return db.RaiseDeadlineAsync(
            Alert.Of(
                    AlertKind.ObservationFeedbackDeadline, level, evt.Observation, evt.Unit, evt.Version, clock.GetUtcNow(),
                    day: evt.DueOn)
                .For(
                [
                    .. evt.Observers.Select(Audience.Person),
                    .. level >= AlertLevel.Overdue ? [Audience.Publicity(evt.Organiser)] : Array.Empty<string>(),
                ]),
            cancellationToken);
    }
}
