using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;
using StudySuite.Roster;

namespace StudySuite.Notifications.People;

/// <summary>
/// Who resets a password holds the next one for a moment. So the person is told, and the security administrators, who
/// are others than who resets.
/// </summary>
internal sealed class CredentialResetConsumer(NotificationsDbContext db, TimeProvider clock) : IEventConsumer<CredentialReset>
{
    public async Task ConsumeAsync(CredentialReset evt, CancellationToken cancellationToken)
    {
        await db.RaiseAsync(
            Alert.Of(AlertKind.CredentialReset, AlertLevel.Action, evt.Subject, "", evt.Version, clock.GetUtcNow())
                .For(Audience.Person(evt.Person)),
            cancellationToken);

        var watching = await db.Set<GrantView>()
            .Where(grant => grant.IsActive && grant.Role == nameof(Role.SecurityAdmin) && grant.Person != evt.Person)
            .Select(grant => grant.Person).ToListAsync(cancellationToken);
        if (watching.Count > 0)
        {
            await db.RaiseAsync(
                Alert.Of(
                        AlertKind.CredentialResetReported, AlertLevel.Info, evt.Subject, "", evt.Version, clock.GetUtcNow(), evt.Subject)
                    .For(watching.Select(Audience.Person)),
                cancellationToken);
        }
    }
}
