using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Rectification;

namespace StudySuite.Notifications.Observations;

// What was observed stays out of the text: it is read in the feedback itself.
internal sealed class ObservationAnnouncedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ObservationAnnounced>
{
    public Task ConsumeAsync(ObservationAnnounced evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.ObservationAnnounced, AlertLevel.Action, evt.Observation, evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.AnnouncedOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class ObservationFeedbackIssuedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ObservationFeedbackIssued>
{
    public Task ConsumeAsync(ObservationFeedbackIssued evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.ObservationFeedback, AlertLevel.Action, evt.Observation, evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.ObservedOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
