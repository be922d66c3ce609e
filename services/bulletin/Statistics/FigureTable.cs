using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Bulletin.Statistics;

/// <param name="Values">One per indicator of the table.</param>
/// <param name="IsUnreported">未报送.</param>
internal sealed record FigureRow(string Unit, string UnitName, List<int> Values, bool IsUnreported = false);

/// <summary>Units by indicators; kept as it is when a bulletin freezes it.</summary>
/// <param name="Indicators">Keys.</param>
/// <param name="Names">Of the indicators at that time; tables frozen by older versions have none.</param>
/// <param name="PreviousTotals">Of the period before; none in tables frozen by older versions.</param>
internal sealed record FigureTable(
    DateOnly Start, DateOnly End, List<string> Indicators, List<FigureRow> Rows, List<int> Totals,
    List<string>? Names = null, List<int>? PreviousTotals = null)
{
    public static async Task<FigureTable> ReadAsync(
        BulletinDbContext db, List<UnitView> units, Period period, IReadOnlyList<Indicator> indicators,
        CancellationToken cancellationToken, bool withPrevious = false)
    {
        string[] codes = [.. units.Select(unit => unit.Code)];
        var figures = await Figures.ReadAsync(db, codes, period, cancellationToken);
        var before = withPrevious ? await Figures.ReadAsync(db, codes, period.Previous(), cancellationToken) : null;
        var names = await IndicatorNames.LoadAsync(db, cancellationToken);
        var reported = period.Half == 0 ? null : await db.SelfReports
            .Where(report => report.Year == period.Start.Year && report.Half == period.Half)
            .Select(report => report.Unit).ToHashSetAsync(cancellationToken);
        return new FigureTable(
            period.Start, period.End, [.. indicators.Select(indicator => indicator.Key)],
            [.. units.Select(unit => new FigureRow(
                unit.Code, unit.Name, [.. indicators.Select(indicator => figures.Of(unit.Code, indicator.Key))],
                reported?.Contains(unit.Code) == false && unit.Code != units[0].Code))],
            [.. indicators.Select(indicator => figures.Total(indicator.Key))],
            [.. indicators.Select(names.Of)],
            before is null ? null : [.. indicators.Select(indicator => before.Total(indicator.Key))]);
    }

    public V1.StatisticsTable ToProto() => new()
    {
        StartDate = Start.ToText(),
        EndDate = End.ToText(),
        Columns = { Indicators.Select((key, at) => new V1.StatisticsColumn { Key = key, ZhName = NameOf(at) }) },
        Rows = { Rows.Select(row => new V1.StatisticsRow
        {
            Unit = $"units/{row.Unit}", UnitName = row.UnitName, Values = { row.Values },
            IsUnreported = row.IsUnreported,
        }) },
        Totals = { Totals },
        PreviousTotals = { PreviousTotals ?? [] },
    };

    // A frozen table may hold an indicator that a later dictionary has dropped.
    public string NameOf(int column) =>
        Names?[column] ?? IndicatorDictionary.Find(Indicators[column])?.ZhName ?? Indicators[column];
}
