using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Notifications.Subscriptions;
using StudySuite.Roster;

namespace StudySuite.Notifications.Alerts;

/// <summary>Whom an alert reaches in person on a day, and on which units the audience's roles are.</summary>
internal static class AlertPeople
{
    /// <summary>Paths of the units that the audience names.</summary>
    public static Task<Dictionary<string, string>> PathsOfAsync(
        this NotificationsDbContext db, IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var codes = units.Distinct().ToList();
        return db.UnitViews.Where(unit => EF.Parameter(codes).Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Path, cancellationToken);
    }

    public static async Task<HashSet<string>> PeopleOfAsync(
        this NotificationsDbContext db, Alert alert, IReadOnlyDictionary<string, string> paths, DateOnly today,
        CancellationToken cancellationToken)
    {
        var people = alert.Audiences.Where(audience => audience.Holder.StartsWith("people/", StringComparison.Ordinal))
            .Select(audience => audience.Holder["people/".Length..]).ToHashSet();
        var holders = alert.Audiences.Select(audience => audience.RoleOnUnit).OfType<(string Unit, AlertRole Role)>().ToList();

        var units = holders.Where(holder => holder.Role is AlertRole.Leader or AlertRole.Secretary)
            .Select(holder => holder.Unit).Distinct().ToList();
        var members = await db.MemberViews
            .Where(member => EF.Parameter(units).Contains(member.Unit) && (member.Role == "Leader" || member.Role == "Secretary")
                && member.From <= today && (member.To == null || member.To >= today))
            .Select(member => new { member.Unit, member.Role, member.Person })
            .ToListAsync(cancellationToken);
        people.UnionWith(members
            .Where(member => holders.Contains((member.Unit, Enum.Parse<AlertRole>(member.Role))))
            .Select(member => member.Person));

        var offices = await db.Set<GrantView>()
            .Where(grant => grant.IsActive
                && (grant.Role == nameof(Role.SupervisionOffice) || grant.Role == nameof(Role.Publicity)))
            .Join(db.UnitViews, grant => grant.Unit, top => top.Code, (grant, top) => new { grant.Person, grant.Role, top.Path })
            .ToListAsync(cancellationToken);
        people.UnionWith(offices
            .Where(office => holders.Any(holder => holder.Role.ToString() == office.Role
                && paths.TryGetValue(holder.Unit, out var path) && path.StartsWith(office.Path, StringComparison.Ordinal)))
            .Select(office => office.Person));
        if (alert.Audiences.Any(audience => audience.Holder == Audience.AnyPublicity))
        {
            people.UnionWith(offices.Where(office => office.Role == nameof(Role.Publicity)).Select(office => office.Person));
        }

        return people;
    }
}
