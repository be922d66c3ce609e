using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;

namespace StudySuite.Planning.Arrangements;

internal static class ArrangementQueries
{
    /// <summary>
    /// Arrangements in force, with the path of their issuer, to find those of a unit with <see cref="IsFor"/>.
    /// </summary>
    public static async Task<List<PlacedArrangement>> InForceAsync(
        this PlanningDbContext db, int year, CancellationToken cancellationToken) =>
        await db.Arrangements.AsNoTracking()
            .Where(a => a.Year == year && a.State == ArrangementState.Issued)
            .Join(db.UnitViews, a => a.Unit, issuer => issuer.Code, (a, issuer) => new PlacedArrangement(a, issuer.Path))
            .ToListAsync(cancellationToken);

    /// <summary>Issued to it, or it has come into the scope since.</summary>
    public static bool IsFor(this PlacedArrangement placed, UnitView unit, DateOnly today) =>
        placed.Arrangement.Recipients.Contains(unit.Code)
        || placed.Arrangement.Scope.Includes(unit, placed.IssuerPath, today);
}

internal sealed record PlacedArrangement(ThematicArrangement Arrangement, string IssuerPath);
