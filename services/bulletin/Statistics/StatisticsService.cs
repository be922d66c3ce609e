using Grpc.Core;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Roster;
using Indicator = StudySuite.Bulletin.Indicators.Indicator;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService(BulletinDbContext db, TimeProvider clock)
    : V1.StatisticsService.StatisticsServiceBase
{
    public override async Task<ListIndicatorsResponse> ListIndicators(
        ListIndicatorsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var after = Paging.After<PageKey>(request.PageToken);
        var from = after is null ? 0 : IndicatorDictionary.All.ToList().FindIndex(i => i.Key == after.Key) + 1;
        var read = IndicatorDictionary.All.Skip(from).Take(size + 1).ToList();
        var (rows, next) = Paging.Cut(read, size, indicator => new PageKey(indicator.Key));

        var names = await IndicatorNames.LoadAsync(db, context.CancellationToken);
        return new ListIndicatorsResponse
        {
            Indicators = { rows.Select(row => ToProto(row, names)) }, NextPageToken = next,
        };
    }

    /// <summary>The unit, or it and all below, as far as the caller holds one of the RPC's roles there.</summary>
    private Task<List<UnitView>> UnitsAsync(string unit, bool subtree, DateOnly openOn, ServerCallContext context) =>
        db.LoadAllowedAsync(unit, subtree, openOn, context);

    private static V1.Indicator ToProto(Indicator indicator, IndicatorNames names) => new()
    {
        Name = $"indicators/{indicator.Key}",
        Key = indicator.Key,
        ZhName = names.Of(indicator),
        Meaning = indicator.Meaning,
        CountingRule = indicator.Rule,
        SourceEvents = { indicator.Events.Select(EventTypes.NameOf) },
        InAnnualReport = IndicatorDictionary.AnnualReport.Contains(indicator),
        InAnnex = IndicatorDictionary.Annex.Contains(indicator),
    };

    private sealed record PageKey(string Key);
}
