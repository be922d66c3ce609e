using StudySuite.Bulletin.Statistics;

namespace StudySuite.Bulletin.Annexes;

/// <summary>Where the figures of a frozen table would be others today.</summary>
internal static class LateCorrections
{
    /// <param name="now">Units of the issuer's subtree today: one that is new counts 0 in the frozen table.</param>
    public static async Task<List<V1.LateCorrection>> FindAsync(
        BulletinDbContext db, FigureTable frozen, IEnumerable<string> now, CancellationToken cancellationToken)
    {
        var rows = frozen.Rows.ToDictionary(row => row.Unit);
        var units = frozen.Rows.Select(row => row.Unit).Union(now).ToList();
        var live = await Figures.ReadAsync(db, units, new Period(frozen.Start, frozen.End), cancellationToken);

        return [.. from unit in units
                   from column in frozen.Indicators.Index()
                   let before = rows.TryGetValue(unit, out var row) ? row.Values[column.Index] : 0
                   let today = live.Of(unit, column.Item)
                   where before != today
                   select new V1.LateCorrection
                   {
                       Unit = $"units/{unit}",
                       Key = column.Item,
                       ZhName = frozen.NameOf(column.Index),
                       FrozenValue = before,
                       LiveValue = today,
                   }];
    }
}
