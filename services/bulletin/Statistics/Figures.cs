using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Indicators;

namespace StudySuite.Bulletin.Statistics;

/// <summary>Figures of some units in a period.</summary>
internal sealed class Figures
{
    private static readonly string[] CountedOnce =
        [.. IndicatorDictionary.All.Where(indicator => indicator.CountsOnce).Select(indicator => indicator.Key)];

    private readonly Dictionary<(string Unit, string Indicator), int> values = [];
    private readonly Dictionary<string, int> totals = [];

    private Figures()
    {
    }

    public int Of(string unit, string indicator) => values.GetValueOrDefault((unit, indicator));

    /// <summary>Of all units together; what counts once counts once here too, so it may be less than the sum.</summary>
    public int Total(string indicator) => totals.GetValueOrDefault(indicator);

    public static async Task<Figures> ReadAsync(
        BulletinDbContext db, IReadOnlyCollection<string> units, Period period, CancellationToken cancellationToken)
    {
        var figures = new Figures();
        var facts = db.Facts.AsNoTracking().In(units, period);

        // One pass over the period's slice of the index. Who has what counts once are few: they alone are looked at again.
        var sums = await facts
            .GroupBy(fact => new { fact.Unit, fact.Indicator })
            .Select(group => new { group.Key.Unit, group.Key.Indicator, Value = group.Sum(fact => fact.Value) })
            .ToListAsync(cancellationToken);
        var counters = new HashSet<string>();
        foreach (var sum in sums)
        {
            if (CountedOnce.Contains(sum.Indicator))
            {
                counters.Add(sum.Unit);
                continue;
            }

            figures.values[(sum.Unit, sum.Indicator)] = sum.Value;
            figures.totals[sum.Indicator] = figures.Total(sum.Indicator) + sum.Value;
        }

        if (counters.Count > 0)
        {
            await figures.CountOnceAsync(db.Facts.AsNoTracking().In([.. counters], period), cancellationToken);
        }

        return figures;
    }

    private async Task CountOnceAsync(IQueryable<Fact> facts, CancellationToken cancellationToken)
    {
        var once = await facts.Where(fact => CountedOnce.Contains(fact.Indicator))
            .Select(fact => new { fact.Unit, fact.Indicator, fact.OncePer })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var group in once.GroupBy(fact => (fact.Unit, fact.Indicator)))
        {
            values[group.Key] = group.Count();
        }

        foreach (var group in once.GroupBy(fact => fact.Indicator))
        {
            totals[group.Key] = group.DistinctBy(fact => fact.OncePer).Count();
        }
    }
}

internal static class FactQueries
{
    public static IQueryable<Fact> In(this IQueryable<Fact> facts, IReadOnlyCollection<string> units, Period period) =>
        facts.Where(fact => units.Contains(fact.Unit) && fact.Day >= period.Start && fact.Day <= period.End);
}
