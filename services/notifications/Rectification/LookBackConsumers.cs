using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

internal sealed class LookBackPassedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<LookBackPassed>
{
    public Task ConsumeAsync(LookBackPassed evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.LookBackPassed, AlertLevel.Info, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.PassedOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class LookBackFailedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<LookBackFailed>
{
    public Task ConsumeAsync(LookBackFailed evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.LookBackFailed, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
