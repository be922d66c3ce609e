using System.Globalization;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Sessions;

internal sealed class MemberObligationsOpenConsumer(NotificationsDbContext db, TimeProvider clock)
    : IEventConsumer<MemberObligationsOpen>
{
    // For the member alone, and no more than word: neither the secretary nor anybody above hears of it.
    public Task ConsumeAsync(MemberObligationsOpen evt, CancellationToken cancellationToken) => db.RaiseAsync(
        Alert.Of(
                AlertKind.MemberObligations, AlertLevel.Info, evt.MemberYear, evt.Unit, evt.Version, clock.GetUtcNow(),
                evt.Open.Count.ToString(CultureInfo.InvariantCulture), evt.DueOn)
            .For(Audience.Person(evt.Person)),
        cancellationToken);
}
