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

    /// <summary>Those of the people who are members of the unit's study group on that day.</summary>
    public static Task<List<string>> MembersAmongAsync(
        this SupervisionDbContext db, string unit, IReadOnlyCollection<string> people, DateOnly day,
        CancellationToken cancellationToken) => db.MemberViews.OfUnitOn(unit, day)
            .Where(member => people.Contains(member.Person))
            .Select(member => member.Person)
            .ToListAsync(cancellationToken);

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
