using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Assessments;

// Scores stay out of the text: they are read in the assessment itself.
internal sealed class AssessmentFinalisedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<AssessmentFinalised>
{
    public Task ConsumeAsync(AssessmentFinalised evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.AssessmentFinalised, AlertLevel.Info, evt.Assessment, evt.Unit, evt.Version,
                clock.GetUtcNow(), day: evt.FinalisedOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
