using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;

namespace StudySuite.Bulletin.Statistics;

internal static class UnitTree
{
    /// <summary>
    /// The unit and, when asked for, all below it that were open on that day, in administrative order: each unit before
    /// those below it, units of the same parent by their order. Empty when there is no such unit.
    /// </summary>
    public static async Task<List<UnitView>> LoadUnitsAsync(
        this BulletinDbContext db, string code, bool subtree, DateOnly openOn, CancellationToken cancellationToken)
    {
        var root = await db.UnitViews.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code, cancellationToken);
        if (root is null || !subtree)
        {
            return root is null ? [] : [root];
        }

        var below = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Path.StartsWith(root.Path) && unit.Code != code)
            .Where(unit => unit.ClosedOn == null || unit.ClosedOn >= openOn)
            .ToListAsync(cancellationToken);
        var children = below
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .ToLookup(unit => ParentIn(unit.Path));
        var ordered = new List<UnitView>(below.Count + 1);
        Walk(root);
        return ordered;

        void Walk(UnitView unit)
        {
            ordered.Add(unit);
            foreach (var child in children[unit.Path])
            {
                Walk(child);
            }
        }
    }

    /// <summary>As far as the caller holds one of the RPC's roles there.</summary>
    public static async Task<List<UnitView>> LoadAllowedAsync(
        this BulletinDbContext db, string code, bool subtree, DateOnly openOn, ServerCallContext context)
    {
        var units = await db.LoadUnitsAsync(code, subtree, openOn, context.CancellationToken);
        var (caller, roles) = (context.Caller(), context.Call().Roles);
        units.RemoveAll(view => !caller.HasAny(roles, view.Path));
        return units.Count > 0 ? units : throw CommonErrors.UnitNotFound(code);
    }

    private static string ParentIn(string path) => path[..(path.LastIndexOf('/', path.Length - 2) + 1)];
}
