using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Notifications.Subscriptions;
using StudySuite.Roster;

namespace StudySuite.Notifications.Settings;

internal static class HeldSubscriptions
{
    /// <summary>
    /// A person's subscriptions to units where the person holds an office today: who leaves the office follows no more.
    /// </summary>
    public static async Task<List<Subscription>> HeldSubscriptionsAsync(
        this NotificationsDbContext db, string person, CancellationToken cancellationToken)
    {
        var settings = await db.PersonSettings.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Person == person, cancellationToken);
        return settings is null || settings.Subscriptions.Count == 0
            ? []
            : await db.HeldAsync(person, settings.Subscriptions, cancellationToken);
    }

    public static async Task<List<Subscription>> HeldAsync(
        this NotificationsDbContext db, string person, IReadOnlyList<Subscription> subscriptions,
        CancellationToken cancellationToken)
    {
        var offices = await db.Set<GrantView>()
            .Where(grant => grant.Person == person && grant.IsActive
                && (grant.Role == nameof(Role.SupervisionOffice) || grant.Role == nameof(Role.Publicity)))
            .Join(db.UnitViews, grant => grant.Unit, top => top.Code, (_, top) => top.Path)
            .ToListAsync(cancellationToken);
        var units = subscriptions.Select(subscription => subscription.Unit).Distinct().ToList();
        var paths = await db.UnitViews.Where(unit => EF.Parameter(units).Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Path, cancellationToken);
        return [.. subscriptions.Where(subscription => paths.TryGetValue(subscription.Unit, out var path)
            && offices.Exists(office => path.StartsWith(office, StringComparison.Ordinal)))];
    }
}
