using Grpc.Core;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    // DOMAIN §10.3: ranking was cited as formalism; whoever switches it on is told each time.
    private const string RankingWarning =
        "排名默认关闭。按照为基层减负的要求，不得以次数、时长等搞积分排名；本排名仅供内部研判，不得印发、公示或用于考核。";

    public override async Task<V1.Ranking> GetRanking(GetRankingRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}/ranking", request.Name)[0];
        var wrong = new Violations();
        var period = Period.Parse(request.StartDate, request.EndDate, wrong);
        var indicator = IndicatorDictionary.Find(request.Indicator);
        wrong.AddIf(indicator is null, "indicator", "INDICATOR_UNKNOWN", ("value", request.Indicator)).ThrowIfAny();
        var rules = await Rules.LoadAsync(db, clock.Today(), context.CancellationToken);
        if (!rules.IsOn("bulletin.ranking"))
        {
            throw IndicatorErrors.RankingOff(request.Name);
        }

        var units = await UnitsAsync(unit, subtree: true, period.Start, context);
        units.RemoveAll(view => view.Code == unit);
        var figures = await Figures.ReadAsync(db, [.. units.Select(view => view.Code)], period, context.CancellationToken);
        var ranked = units.Select(view => (Unit: view, Value: figures.Of(view.Code, indicator!.Key)))
            .OrderByDescending(row => row.Value).ToList();

        return new V1.Ranking
        {
            Warning = RankingWarning,
            Units = { ranked.Select(row => new RankedUnit
            {
                Rank = 1 + ranked.Count(other => other.Value > row.Value),
                Unit = $"units/{row.Unit.Code}", UnitName = row.Unit.Name, Value = row.Value,
            }) },
        };
    }
}
