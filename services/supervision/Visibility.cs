using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Supervision;

/// <summary>Who stands on which side of an inspection.</summary>
internal static class Visibility
{
    private static readonly Role[] UnitRoles = [Role.StudySecretary, Role.GroupLeader, Role.Member];
    private static readonly Role[] Offices = [Role.Publicity, Role.SupervisionOffice];

    /// <summary>
    /// Codes of the units that the caller belongs to without an office over them: drafts about these stay hidden,
    /// even from one who sits in at other units as an observer.
    /// </summary>
    public static List<string> OwnUnits(this Caller caller) =>
    [
        .. caller.Grants
            .Where(grant => UnitRoles.Contains(grant.Role) && !caller.HasAny(Offices, grant.UnitPath))
            .Select(grant => grant.UnitPath.TrimEnd('/').Split('/')[^1])
            .Distinct(),
    ];

    /// <summary>Those of the people who belong to the unit on that day: as members of its group, or by a role there.</summary>
    public static async Task<List<string>> MembersAmongAsync(
        this SupervisionDbContext db, string unit, IReadOnlyCollection<string> people, DateOnly day,
        CancellationToken cancellationToken)
    {
        var members = await db.MemberViews.OfUnitOn(unit, day)
            .Where(member => people.Contains(member.Person))
            .Select(member => member.Person).ToListAsync(cancellationToken);
        var roles = UnitRoles.Select(role => role.ToString()).ToList();
        var holders = await db.Set<GrantView>()
            .Where(grant => grant.Unit == unit && grant.IsActive && roles.Contains(grant.Role) && people.Contains(grant.Person))
            .Select(grant => grant.Person).ToListAsync(cancellationToken);
        return [.. members.Union(holders)];
    }

    /// <summary>Code of the organising unit, where the caller must hold a role that opens the RPC too.</summary>
    public static async Task<string> OrganiserAsync(
        this Violations wrong, string field, string name, CallContext call, UnitPaths<SupervisionDbContext> units,
        CancellationToken cancellationToken)
    {
        if (ResourceName.TryParse("units/{unit}", name) is not [var unit])
        {
            wrong.AddIf(name.Length == 0, field, "FIELD_REQUIRED")
                .AddIf(name.Length > 0, field, "NAME_INVALID", ("value", name), ("pattern", "units/{unit}"));
            return "";
        }

        var path = await units.FindAsync(unit, cancellationToken);
        wrong.AddIf(path is null || !call.Caller!.HasAny(call.Roles, path), field, "UNIT_NOT_FOUND", ("resource", name));
        return unit;
    }
}
