using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.People;

/// <summary>On the first day the deputy, the leader and the secretary are told; after the last, or when it is taken back, again.</summary>
internal sealed class DelegationChangedConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<DelegationChanged>
{
    public async Task ConsumeAsync(DelegationChanged evt, CancellationToken cancellationToken)
    {
        // What was taken back before its first day was never told.
        if (!evt.IsActive && !await db.Alerts.AnyAsync(
                alert => alert.Subject == evt.Delegation && alert.Kind == AlertKind.DelegationBegun, cancellationToken))
        {
            return;
        }

        var kind = evt.IsActive ? AlertKind.DelegationBegun : AlertKind.DelegationEnded;
        await db.RaiseAsync(
            Alert.Of(kind, AlertLevel.Action, evt.Delegation, evt.Unit, evt.Version, clock.GetUtcNow(), day: evt.To)
                .For(Audience.Person(evt.Deputy), Audience.Person(evt.Leader), Audience.Secretary(evt.Unit)),
            cancellationToken);
    }
}
