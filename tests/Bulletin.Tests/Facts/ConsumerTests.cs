using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Events;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Facts;

public sealed class ConsumerTests
{
    [Fact]
    public Task Events_OneOfEachOverTheBus_MakeEveryFigure() => OneOfEachAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Events_OneOfEachOverRabbitMq_MakeEveryFigure() => OneOfEachAsync(Backing.Servers);

    [Fact]
    public async Task Events_PlanReturnedAfterFiling_CountsNoLonger()
    {
        await using var county = await County.StartAsync();
        const string Plan = "units/xinxiang-kegong/plans/2023";
        await county.Host.DeliverAsync(new PlanFiled(Plan, "xinxiang-kegong", 2023, Sample.Day("2023-01-20"), 4));
        await county.Host.DeliverAsync(new PlanReturned(Plan, "xinxiang-kegong", 2023, "缺少主持人", 5));

        Assert.Equal(0, (await YearAsync(county))["plan_filed"]);
    }

    private static async Task OneOfEachAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        foreach (var evt in Sample.OneOfEach)
        {
            await county.Host.DeliverAsync(evt);
        }

        var others = new Dictionary<string, int>
        {
            ["material_volumes"] = 15, ["research_reports_and_articles"] = 2, ["expected_person_times"] = 12,
            ["present_person_times"] = 9, ["leave_person_times"] = 2, ["speeches"] = 6, ["problems_rectified"] = 3,
            ["look_backs_passed"] = 3, ["sessions_planned"] = 2,
        };
        Assert.Equal(
            IndicatorDictionary.All.ToDictionary(i => i.Key, i => others.GetValueOrDefault(i.Key, 1)),
            await YearAsync(county));
    }

    private static async Task<Dictionary<string, int>> YearAsync(County county)
    {
        var table = await county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
        {
            Name = "units/xinxiang-kegong/statistics", StartDate = "2023-01-01", EndDate = "2023-12-31",
        });
        return table.Columns.Zip(table.Totals).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }
}
