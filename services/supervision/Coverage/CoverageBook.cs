using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;

namespace StudySuite.Supervision.Coverage;

/// <summary>Who was observed when, and the rule of the cycle: every unit once in so many years.</summary>
internal static class CoverageBook
{
    public static async Task<int> CycleYearsAsync(this SupervisionDbContext db, int year, CancellationToken cancellationToken) =>
        Math.Max(1, (await Rules.LoadAsync(db, new DateOnly(year, 12, 31), cancellationToken)).Number("observe.coverage_cycle_years"));

    public static async Task<List<CoveredUnit>> CoveredAsync(
        this SupervisionDbContext db, string organiser, CancellationToken cancellationToken)
    {
        var path = await db.UnitViews.Where(unit => unit.Code == organiser).Select(unit => unit.Path)
            .SingleAsync(cancellationToken);
        var units = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Path.StartsWith(path) && unit.Code != organiser && unit.ClosedOn == null)
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code)
            .Select(unit => new { unit.Code, unit.Name }).ToListAsync(cancellationToken);
        var below = db.UnitViews.Where(unit => unit.Path.StartsWith(path)).Select(unit => unit.Code);
        var observed = (await db.Observations.AsNoTracking()
                .Where(o => o.ObservedOn != null && below.Contains(o.Unit))
                .Select(o => new { o.Unit, o.Id, On = o.ObservedOn!.Value }).ToListAsync(cancellationToken))
            .ToLookup(o => o.Unit, o => new SitIn($"units/{o.Unit}/observations/{o.Id}", o.On));

        return [.. units.Select(unit => new CoveredUnit(unit.Code, unit.Name, [.. observed[unit.Code].OrderBy(o => o.On)]))];
    }
}

internal sealed record SitIn(string Name, DateOnly On);

internal sealed record CoveredUnit(string Code, string Name, List<SitIn> SitIns)
{
    public DateOnly? LastUntil(int year) => SitIns.LastOrDefault(o => o.On.Year <= year)?.On;

    public bool IsCovered(int year, int cycleYears) => LastUntil(year)?.Year > year - cycleYears;

    /// <summary>Not observed in that year, though its cycle ends then or has ended.</summary>
    public bool IsDue(int year, int cycleYears) => LastUntil(year)?.Year != year && DueBy(year, cycleYears).Year <= year;

    /// <summary>The end of the last year of the cycle; for a unit never observed that of the given year.</summary>
    public DateOnly DueBy(int year, int cycleYears) =>
        new((LastUntil(year)?.Year + cycleYears) ?? year, 12, 31);
}
