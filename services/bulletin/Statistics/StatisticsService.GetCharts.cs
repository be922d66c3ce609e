using Grpc.Core;
using StudySuite.Bulletin.Charts;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    private const int MostMonths = 36;

    public override async Task<StatisticsCharts> GetCharts(GetChartsRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}/charts", request.Name)[0];
        var wrong = new Violations();
        var period = Period.Parse(request.StartDate, request.EndDate, wrong);
        wrong.AddIf(
            !wrong.Any && FigureCharts.Months(period).Take(MostMonths + 1).Count() > MostMonths,
            "end_date", "PERIOD_TOO_LONG").ThrowIfAny();

        var units = await UnitsAsync(unit, request.Subtree, period.Start, context);
        var charts = await FigureCharts.ReadAsync(
            db, [.. units.Select(view => view.Code)], period, context.CancellationToken);

        return new StatisticsCharts
        {
            Charts = { charts.Select(one => new StatisticsChart
            {
                Key = one.Key, Title = one.Chart.Title, ValueUnit = one.Chart.Unit, Categories = { one.Chart.Categories },
                Series = { one.Chart.Series.Select(series => new V1.ChartSeries
                {
                    ZhName = series.Name, Values = { series.Values },
                }) },
                Svg = one.Chart.ToSvg(),
            }) },
        };
    }
}
