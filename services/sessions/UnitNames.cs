using Microsoft.EntityFrameworkCore;

namespace StudySuite.Sessions;

internal static class UnitNames
{
    /// <summary>Name of a unit as it stands on paper; its code while directory has not told the name.</summary>
    public static async Task<string> UnitNameAsync(this SessionsDbContext db, string unit, CancellationToken cancellationToken) =>
        await db.UnitViews.Where(view => view.Code == unit).Select(view => view.Name).SingleOrDefaultAsync(cancellationToken) ?? unit;
}
