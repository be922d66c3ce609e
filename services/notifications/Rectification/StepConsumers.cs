using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

// Opinions and findings stay out of the text: they are read in the notice itself.
internal sealed class RectificationNoticeIssuedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationNoticeIssued>
{
    public Task ConsumeAsync(RectificationNoticeIssued evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.RectificationNotice, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class RectificationReportedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationReported>
{
    public Task ConsumeAsync(RectificationReported evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.RectificationReported, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.ReportedOn)
            .For(Audience.SupervisionOffice(evt.Unit)),
        cancellationToken);
}

internal sealed class RectificationReturnedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationReturned>
{
    public Task ConsumeAsync(RectificationReturned evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.RectificationReturned, AlertLevel.Action, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class RectificationAcceptedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationAccepted>
{
    public Task ConsumeAsync(RectificationAccepted evt, CancellationToken cancellationToken) => db.RaiseStepAsync(
        Alert.Of(
                AlertKind.RectificationAccepted, AlertLevel.Info, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Number, evt.LookBackDueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}
