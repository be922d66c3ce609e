using Grpc.Core;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<V1.StatisticsTable> GetStatistics(GetStatisticsRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}/statistics", request.Name)[0];
        var wrong = new Violations();
        var period = Period.Parse(request.StartDate, request.EndDate, wrong);
        for (var i = 0; i < request.Indicators.Count; i++)
        {
            wrong.AddIf(
                IndicatorDictionary.Find(request.Indicators[i]) is null,
                $"indicators[{i}]", "INDICATOR_UNKNOWN", ("value", request.Indicators[i]));
        }

        wrong.ThrowIfAny();
        var columns = request.Indicators.Count == 0
            ? IndicatorDictionary.All
            : [.. request.Indicators.Distinct().Select(key => IndicatorDictionary.Find(key)!)];
        var units = await UnitsAsync(unit, request.Subtree, period.Start, context);

        return (await FigureTable.ReadAsync(db, units, period, columns, context.CancellationToken)).ToProto();
    }
}
