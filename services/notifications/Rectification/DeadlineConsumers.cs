using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Rectification;

internal sealed class RectificationDueSoonConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationDueSoon>
{
    public Task ConsumeAsync(RectificationDueSoon evt, CancellationToken cancellationToken) => db.RaiseDeadlineAsync(
        Alert.Of(
            AlertKind.RectificationDeadline, AlertLevel.DueSoon, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
            evt.Number, evt.DueOn).For(Told.Of(evt.Unit)),
        cancellationToken);
}

internal sealed class RectificationDueConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationDue>
{
    public Task ConsumeAsync(RectificationDue evt, CancellationToken cancellationToken) => db.RaiseDeadlineAsync(
        Alert.Of(
            AlertKind.RectificationDeadline, AlertLevel.Due, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
            evt.Number, evt.DueOn).For(Told.Of(evt.Unit)),
        cancellationToken);
}

internal sealed class RectificationOverdueConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationOverdue>
{
    public Task ConsumeAsync(RectificationOverdue evt, CancellationToken cancellationToken) => db.RaiseDeadlineAsync(
        Alert.Of(
            AlertKind.RectificationDeadline, AlertLevel.Overdue, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
            evt.Number, evt.DueOn).For(Told.Of(evt.Unit)),
        cancellationToken);
}

/// <summary>Long overdue; it goes to the same people, with those above the unit among them.</summary>
internal sealed class RectificationEscalatedConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<RectificationEscalated>
{
    public Task ConsumeAsync(RectificationEscalated evt, CancellationToken cancellationToken) => db.RaiseDeadlineAsync(
        Alert.Of(
            AlertKind.RectificationDeadline, AlertLevel.Escalated, evt.Notice, evt.Unit, evt.Version, clock.GetUtcNow(),
            evt.Number, evt.DueOn).For(Told.Of(evt.Unit)),
        cancellationToken);
}

internal static class Told
{
    /// <summary>Those who owe the report, and those who wait for it.</summary>
    public static IEnumerable<string> Of(string unit) => [.. Audience.SecretaryAndLeader(unit), Audience.SupervisionOffice(unit)];
}
