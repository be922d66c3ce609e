using StudySuite.Bulletin.Indicators;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Bulletin.Statistics;

/// <param name="Values">One per indicator of the table.</param>
internal sealed record FigureRow(string Unit, string UnitName, List<int> Values);

/// <summary>Units by indicators; kept as it is when a bulletin freezes it.</summary>
/// <param name="Indicators">Keys.</param>
internal sealed record FigureTable(
    DateOnly Start, DateOnly End, List<string> Indicators, List<FigureRow> Rows, List<int> Totals)
{
    public static async Task<FigureTable> ReadAsync(
        BulletinDbContext db, List<UnitView> units, Period period, IReadOnlyList<Indicator> indicators,
        CancellationToken cancellationToken)
    {
        var figures = await Figures.ReadAsync(db, [.. units.Select(unit => unit.Code)], period, cancellationToken);
        return new FigureTable(
            period.Start, period.End, [.. indicators.Select(indicator => indicator.Key)],
            [.. units.Select(unit => new FigureRow(
                unit.Code, unit.Name, [.. indicators.Select(indicator => figures.Of(unit.Code, indicator.Key))]))],
            [.. indicators.Select(indicator => figures.Total(indicator.Key))]);
    }

    public V1.StatisticsTable ToProto() => new()
    {
        StartDate = Start.ToText(),
        EndDate = End.ToText(),
        Columns = { Indicators.Select(key => new V1.StatisticsColumn { Key = key, ZhName = NameOf(key) }) },
        Rows = { Rows.Select(row => new V1.StatisticsRow
        {
            Unit = $"units/{row.Unit}", UnitName = row.UnitName, Values = { row.Values },
        }) },
        Totals = { Totals },
    };

    // A frozen table may hold an indicator that a later dictionary has dropped.
    private static string NameOf(string key) => IndicatorDictionary.Find(key)?.ZhName ?? key;
}
