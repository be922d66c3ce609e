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
    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var after = Paging.After<PageKey>(request.PageToken);
        var from = after is null ? 0 : IndicatorDictionary.All.ToList().FindIndex(i => i.Key == after.Key) + 1;
        var read = IndicatorDictionary.All.Skip(from).Take(size + 1).ToList();
        var (rows, next) = Paging.Cut(read, size, indicator => new PageKey(indicator.Key));

        return Task.FromResult(new ListIndicatorsResponse { Indicators = { rows.Select(ToProto) }, NextPageToken = next });
    }

    /// <summary>The unit, or it and all below, as far as the caller holds one of the RPC's roles there.</summary>
    private async Task<List<UnitView>> UnitsAsync(string unit, bool subtree, DateOnly openOn, ServerCallContext context)
    {
        var units = await db.LoadUnitsAsync(unit, subtree, openOn, context.CancellationToken);
        var (caller, roles) = (context.Caller(), context.Call().Roles);
        units.RemoveAll(view => !caller.HasAny(roles, view.Path));
        return units.Count > 0 ? units : throw CommonErrors.UnitNotFound(unit);
    }

    private static V1.Indicator ToProto(Indicator indicator) => new()
    {
        Key = indicator.Key,
        ZhName = indicator.ZhName,
        Meaning = indicator.Meaning,
        CountingRule = indicator.Rule,
        SourceEvents = { indicator.Events.Select(EventTypes.NameOf) },
        InAnnualReport = IndicatorDictionary.AnnualReport.Contains(indicator),
        InAnnex = IndicatorDictionary.Annex.Contains(indicator),
    };

    private sealed record PageKey(string Key);
}
