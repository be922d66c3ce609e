using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Arrangements;

internal sealed class ArrangementIssuedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<ArrangementIssued>
{
    public Task ConsumeAsync(ArrangementIssued evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.ArrangementIssued, AlertLevel.Action, evt.Arrangement, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.IssuedOn)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}

internal sealed class ArrangementAmendedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<ArrangementAmended>
{
    public Task ConsumeAsync(ArrangementAmended evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.ArrangementAmended, AlertLevel.Action, evt.Arrangement, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.AmendedOn)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}

internal sealed class ArrangementWithdrawnConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<ArrangementWithdrawn>
{
    public Task ConsumeAsync(ArrangementWithdrawn evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.ArrangementWithdrawn, AlertLevel.Info, evt.Arrangement, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.WithdrawnOn)
            .For(evt.Recipients.SelectMany(Audience.SecretaryAndLeader)),
        cancellationToken);
}
