using Microsoft.EntityFrameworkCore;

namespace StudySuite.Directory.Units;

internal static class RootUnit
{
    /// <summary>Path of the root unit, or <c>/</c> before there is one; who holds a role there holds it everywhere.</summary>
    public static async Task<string> RootPathAsync(this DirectoryDbContext db, CancellationToken cancellationToken) =>
        await db.Units.Where(unit => unit.Depth == 1).Select(unit => unit.Path).SingleOrDefaultAsync(cancellationToken)
        ?? "/";
}
