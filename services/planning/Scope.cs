using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;

namespace StudySuite.Planning;

/// <summary>
/// Whom a campaign or an arrangement is for: units of these kinds and single units, below the issuer; without both,
/// all below the issuer, itself included. A unit that comes later belongs to it too.
/// </summary>
internal sealed record Scope(List<string> Kinds, List<string> Units)
{
    public static Scope Of(IEnumerable<string> kinds, IEnumerable<string> units) =>
        new([.. kinds.Distinct()], [.. units.Distinct()]);

    public static void Check(string field, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> units, Violations wrong)
    {
        wrong.Range($"{field}.kinds", kinds.Count, 0, 50).Range($"{field}.units", units.Count, 0, 2000);
        foreach (var text in kinds)
        {
            wrong.Text($"{field}.kinds", text, 40);
        }

        foreach (var text in units)
        {
            wrong.Text($"{field}.units", text, 64);
        }
    }

    public bool Includes(UnitView unit, string issuerPath, DateOnly on) =>
        unit.Path.StartsWith(issuerPath, StringComparison.Ordinal)
        && (unit.ClosedOn is not { } closed || closed > on)
        && ((Kinds.Count == 0 && Units.Count == 0) || Kinds.Contains(unit.Kind) || Units.Contains(unit.Code));

    /// <summary>Codes of the units in scope, in their administrative order.</summary>
    public async Task<List<string>> UnitsAsync(
        PlanningDbContext db, string issuerPath, DateOnly on, CancellationToken cancellationToken)
    {
        var below = await db.UnitViews.AsNoTracking().Where(unit => unit.Path.StartsWith(issuerPath))
            .ToListAsync(cancellationToken);
        return [.. below.Where(unit => Includes(unit, issuerPath, on))
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Code)];
    }
}
