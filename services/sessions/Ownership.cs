using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Roster;

namespace StudySuite.Sessions;

/// <summary>What a member may see of colleagues' personal records: nothing (leave, make-ups).</summary>
internal static class Ownership
{
    private static readonly Role[] Staff = [Role.StudySecretary, Role.GroupLeader, Role.Publicity];

    /// <summary>Whether the caller answers for the group of this unit, not only for himself.</summary>
    public static bool IsStaff(this CallContext call, string unitPath) => call.Caller?.HasAny(Staff, unitPath) == true;

    /// <summary>
    /// The leader for whom a deputy decides by delegation, as <c>people/{person}</c>; empty when the leader does it.
    /// </summary>
    public static string ActsFor(this ServerCallContext context) =>
        context.Call().ActingFor is { } leader ? $"people/{leader}" : "";

    /// <summary>Codes of the units where the caller does; an empty list means: only what is the caller's own.</summary>
    public static Task<List<string>> StaffUnitsAsync(
        this CallContext call, SessionsDbContext db, CancellationToken cancellationToken) =>
        call.UnitsOfAsync(db, Staff, cancellationToken);

    /// <summary>Codes of the units that the request is about and where the caller has one of the roles.</summary>
    public static async Task<List<string>> UnitsOfAsync(
        this CallContext call, SessionsDbContext db, Role[] roles, CancellationToken cancellationToken)
    {
        if (call.Unit is { } unit)
        {
            return Holds(call.UnitPath!) ? [unit] : [];
        }

        var units = await db.UnitViews.AsNoTracking().SeenBy(call).Select(view => new { view.Code, view.Path }).ToListAsync(cancellationToken);
        return [.. units.Where(view => Holds(view.Path)).Select(view => view.Code)];

        bool Holds(string path) => call.Caller?.HasAny(roles, path) == true;
    }
}
