using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Assessments;

// Scores stay out of the text: they are read in the assessment itself.
internal sealed class AssessmentShownConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<AssessmentShown>
{
    public Task ConsumeAsync(AssessmentShown evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.AssessmentShown, AlertLevel.Action, evt.Assessment, evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.ShownOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
