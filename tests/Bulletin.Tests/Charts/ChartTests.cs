using System.Xml.Linq;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Charts;

public sealed class ChartTests
{
    [Fact]
    public Task Charts_NamesAndRanking_Sqlite() => FlowAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Charts_NamesAndRanking_Servers() => FlowAsync(Backing.Servers);

    private static async Task FlowAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        await county.CountAsync(
            Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")),
            Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-03-15")),
            Counting.Of(Sample.Held("xinxiang-weijian", "1", "2023-03-05")),
            Counting.Of(new SessionCompleted("units/xinxiang-kegong/sessions/1", "xinxiang-kegong", Sample.Day("2023-03-05"), 3, 9)));
        var client = county.Statistics();

        var charts = (await client.GetChartsAsync(new GetChartsRequest
        {
            Name = "units/xinxiang/charts", StartDate = "2023-01-01", EndDate = "2023-06-30", Subtree = true,
        })).Charts;
        Assert.Equal(["trend", "coverage", "seven_haves", "rectification"], charts.Select(chart => chart.Key));
        Assert.Equal([0, 0, 3, 0, 0, 0], charts[0].Series[0].Values);
        Assert.Equal([0, 0, 2, 0, 0, 0], charts[1].Series[0].Values);
        Assert.Equal(([0, 0, 1, 0, 0, 0], [0, 0, 2, 0, 0, 0]), (charts[2].Series[0].Values, charts[2].Series[1].Values));
        Assert.All(charts, chart => Assert.Equal("svg", XDocument.Parse(chart.Svg).Root!.Name.LocalName));

        var renamed = await client.UpdateIndicatorAsync(new UpdateIndicatorRequest
        {
            Indicator = new Indicator { Name = "indicators/collective_sessions", ZhName = "中心组学习（次）" },
        });
        Assert.Equal(("中心组学习（次）", "标明为集中学习的每次学习计1，记在学习日"), (renamed.ZhName, renamed.CountingRule));
        Assert.Equal("TOP_UNIT_ONLY", await Refusal.ReasonAsync(
            county.Statistics("Publicity:/xinxiang/xinxiang-kegong/").UpdateIndicatorAsync(new UpdateIndicatorRequest
            {
                Indicator = new Indicator { Name = "indicators/collective_sessions", ZhName = "x" },
            })));

        var ask = new GetRankingRequest
        {
            Name = "units/xinxiang/ranking", Indicator = "collective_sessions", StartDate = "2023-01-01", EndDate = "2023-06-30",
        };
        Assert.Equal("RANKING_OFF", await Refusal.ReasonAsync(client.GetRankingAsync(ask)));
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", Sample.Day("2023-01-01"), new Dictionary<string, string> { ["bulletin.ranking"] = "true" }, 1));
        var ranking = await client.GetRankingAsync(ask);
        Assert.NotEqual("", ranking.Warning);
        Assert.Equal(["1 县科工局 2", "2 县卫健委 1", "3 古固寨镇 0"],
            ranking.Units.Select(unit => $"{unit.Rank} {unit.UnitName} {unit.Value}"));
    }
}
