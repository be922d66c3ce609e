using System.Globalization;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Observations;

internal sealed class CoverageDueConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<CoverageDue>
{
    public Task ConsumeAsync(CoverageDue evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.UnitsNotObserved, AlertLevel.Action, evt.Subject, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Units.ToString(CultureInfo.InvariantCulture), evt.DueOn)
            .For(Audience.Publicity(evt.Unit)),
        cancellationToken);
}
