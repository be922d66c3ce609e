using System.Globalization;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Plans;

internal sealed class PlanReturnedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<PlanReturned>
{
    public Task ConsumeAsync(PlanReturned evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.PlanReturned, AlertLevel.Action, evt.Plan, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Year.ToString(CultureInfo.InvariantCulture))
            .For(Audience.Secretary(evt.Unit)),
        cancellationToken);
}
