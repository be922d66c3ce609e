using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;

namespace StudySuite.Defaults.Access;

/// <summary>Rows of a unit, for the filters that keep foreign rows out as if they were absent.</summary>
public interface IOwnedByUnit
{
    /// <summary>Code of the unit.</summary>
    string Unit { get; }
}

public static class UnitScope
{
    /// <summary>
    /// Only rows of the unit that the request names or, for <c>units/-</c>, of all units where the caller holds
    /// one of the roles that open the RPC.
    /// </summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, CallContext call, DbContext db)
        where T : class, IOwnedByUnit
    {
        if (call.Unit is { } unit)
        {
            return rows.Where(row => row.Unit == unit);
        }

        var visible = db.Set<UnitView>().GrantedTo(call).Select(view => view.Code);
        return rows.Where(row => visible.Contains(row.Unit));
    }

    /// <summary>Only units where the caller holds one of the roles that open the RPC.</summary>
    public static IQueryable<UnitView> GrantedTo(this IQueryable<UnitView> units, CallContext call) =>
        units.Where(InAny(call.Caller?.Grants.Where(grant => call.Roles.Contains(grant.Role))));

    /// <summary>Only units that exist for the caller, whatever his roles there.</summary>
    public static IQueryable<UnitView> SeenBy(this IQueryable<UnitView> units, CallContext call) =>
        units.Where(InAny(call.Caller?.Grants));

    private static Expression<Func<UnitView, bool>> InAny(IEnumerable<Grant>? grants)
    {
        var unit = Expression.Parameter(typeof(UnitView), "unit");
        var path = Expression.Property(unit, nameof(UnitView.Path));
        var startsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;

        Expression any = Expression.Constant(false);
        foreach (var grant in grants ?? [])
        {
            var prefix = Expression.Constant(grant.UnitPath);
            any = Expression.OrElse(any, grant.WithUnitsBelow
                ? Expression.Call(path, startsWith, prefix)
                : Expression.Equal(path, prefix));
        }

        return Expression.Lambda<Func<UnitView, bool>>(any, unit);
    }
}
