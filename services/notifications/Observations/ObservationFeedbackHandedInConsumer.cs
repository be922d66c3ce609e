using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Rectification;

namespace StudySuite.Notifications.Observations;

internal sealed class ObservationFeedbackHandedInConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ObservationFeedbackHandedIn>
{
    public Task ConsumeAsync(ObservationFeedbackHandedIn evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.ObservationFeedbackHandedIn, AlertLevel.Action, evt.Observation, evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.ObservedOn)
            .For(Audience.Publicity(evt.Organiser)),
        cancellationToken);
}
