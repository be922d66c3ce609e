using System.Globalization;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Plans;

internal sealed class PlanFiledConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanFiled>
{
    public Task ConsumeAsync(PlanFiled evt, CancellationToken cancellationToken) => db.RaiseFiledAsync(
        Alert.Of(
                AlertKind.PlanFiled, AlertLevel.Action, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture), evt.FiledOn)
            .For(Audience.Publicity(evt.Unit)),
        cancellationToken);
}

internal sealed class PlanAcceptedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanAccepted>
{
    public Task ConsumeAsync(PlanAccepted evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.PlanAccepted, AlertLevel.Info, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(), evt.ReceiptNumber)
            .For(Audience.Secretary(evt.Unit)),
        cancellationToken);
}

internal sealed class PlanFilingDueSoonConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanFilingDueSoon>
{
    public Task ConsumeAsync(PlanFilingDueSoon evt, CancellationToken cancellationToken) => db.RaiseFilingAsync(
        Alert.Of(
                AlertKind.PlanFilingDeadline, AlertLevel.DueSoon, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture), evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class PlanFilingDueConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanFilingDue>
{
    public Task ConsumeAsync(PlanFilingDue evt, CancellationToken cancellationToken) => db.RaiseFilingAsync(
        Alert.Of(
                AlertKind.PlanFilingDeadline, AlertLevel.Due, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture), evt.DueOn)
            .For(Audience.SecretaryAndLeader(evt.Unit)),
        cancellationToken);
}

internal sealed class PlanFilingOverdueConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanFilingOverdue>
{
    public Task ConsumeAsync(PlanFilingOverdue evt, CancellationToken cancellationToken) => db.RaiseFilingAsync(
        Alert.Of(
                AlertKind.PlanFilingDeadline, AlertLevel.Overdue, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture), evt.DueOn)
            .For([.. Audience.SecretaryAndLeader(evt.Unit), Audience.Publicity(evt.Unit)]),
        cancellationToken);
}
