using Grpc.Core;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Statistics;

public sealed class StatisticsServiceTests
{
    private static readonly GetStatisticsRequest FirstHalf = new()
    {
        Name = "units/xinxiang/statistics", StartDate = "2023-01-01", EndDate = "2023-06-30", Subtree = true,
        Indicators = { "collective_sessions", "units_observed" },
    };

    [Fact]
    public async Task ListIndicators_PageByPage_GivesTheWholeDictionary()
    {
        await using var county = await County.StartAsync();
        var client = county.Statistics("Member:/xinxiang-kegong/");

        var keys = new List<string>();
        var request = new ListIndicatorsRequest { PageSize = 20 };
        do
        {
            var page = await client.ListIndicatorsAsync(request);
            keys.AddRange(page.Indicators.Select(indicator => indicator.Key));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(IndicatorDictionary.All.Select(indicator => indicator.Key), keys);
    }

    [Fact]
    public async Task GetStatistics_OfTheSubtree_HasZeroRowsInAdministrativeOrderAndTotals()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(
            Counting.Of(Sample.Held("xinxiang", "1", "2023-01-01")),
            Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-06-30")),
            Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-07-01")));

        var table = await county.Statistics().GetStatisticsAsync(FirstHalf);

        Assert.Equal(["新乡县委", "县卫健委", "县科工局", "古固寨镇"], table.Rows.Select(row => row.UnitName));
        Assert.Equal([1, 0, 1, 0], table.Rows.Select(row => row.Values[0]));
        Assert.Equal([2, 0], table.Totals);
    }

    [Fact]
    public async Task GetStatistics_AUnitObservedTwiceAndByTwoOrganisers_CountsItOncePerFigure()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(
            Counting.Of(Sample.Observed("xinxiang-kegong", "1", "2023-03-01")),
            Counting.Of(Sample.Observed("xinxiang-kegong", "2", "2023-05-01")),
            Counting.Of(Sample.Observed("xinxiang-kegong", "3", "2023-05-02", organiser: "xinxiang-weijian")),
            Counting.Of(Sample.Observed("xinxiang-guguzhai", "1", "2023-05-03")));

        var table = await county.Statistics().GetStatisticsAsync(FirstHalf);

        Assert.Equal([2, 1, 0, 0], table.Rows.Select(row => row.Values[1]));
        Assert.Equal(2, table.Totals[1]);
    }

    [Fact]
    public async Task GetStatistics_OfAUnitClosedBefore_LeavesItOut()
    {
        await using var county = await County.StartAsync();
        await county.CloseUnitAsync("xinxiang-weijian", Sample.Day("2022-12-31"));
        await county.CloseUnitAsync("xinxiang-guguzhai", Sample.Day("2023-01-01"));

        var table = await county.Statistics().GetStatisticsAsync(FirstHalf);

        Assert.Equal(["新乡县委", "县科工局", "古固寨镇"], table.Rows.Select(row => row.UnitName));
    }

    [Fact]
    public async Task GetStatistics_OfTheSubtreeBySomeoneOfTheTopUnitOnly_ShowsThatUnitOnly()
    {
        await using var county = await County.StartAsync();

        var table = await county.Statistics("StudySecretary:/xinxiang/").GetStatisticsAsync(FirstHalf);

        Assert.Equal("units/xinxiang", Assert.Single(table.Rows).Unit);
    }

    [Fact]
    public async Task GetStatistics_Malformed_NamesEveryViolation()
    {
        await using var county = await County.StartAsync();

        Assert.Equal(
            ["indicators[1] INDICATOR_UNKNOWN", "start_date DATE_INVALID"],
            await Refusal.ViolationsAsync(county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
            {
                Name = "units/xinxiang/statistics", StartDate = "2023-02-30", EndDate = "2023-06-30",
                Indicators = { "speeches", "clicks" },
            })));
        Assert.Equal(
            ["end_date PERIOD_REVERSED"],
            await Refusal.ViolationsAsync(county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
            {
                Name = "units/xinxiang/statistics", StartDate = "2023-07-01", EndDate = "2023-06-30",
            })));
    }

    [Theory]
    [InlineData("StudySecretary:/xinxiang/xinxiang-weijian/", StatusCode.NotFound, "UNIT_NOT_FOUND")]
    [InlineData("SystemAdmin:/xinxiang/*", StatusCode.PermissionDenied, "ROLE_MISSING")]
    public async Task GetStatistics_OfAUnitThatIsNotTheirs_IsRefused(string grant, StatusCode code, string reason)
    {
        await using var county = await County.StartAsync();

        var refused = await Refused.ByAsync(county.Statistics(grant).GetStatisticsAsync(new GetStatisticsRequest
        {
            Name = "units/xinxiang-kegong/statistics", StartDate = "2023-01-01", EndDate = "2023-06-30",
        }));

        Assert.Equal((code, reason), (refused.Status, refused.Reason));
    }

    [Fact]
    public async Task GetAnnualReport_OverRest_HasTheOwnFiguresOfTheUnit()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(
            Counting.Of(Sample.Held("xinxiang", "1", "2023-01-05", lecture: true, volumes: 40)),
            Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")),
            Counting.Of(Sample.Observed("xinxiang-kegong", "1", "2023-03-05")));

        using var rest = county.Host.Http(County.Leader);
        var report = V1.AnnualReport.Parser.ParseJson(
            await rest.GetStringAsync("/bulletin/v1/units/xinxiang/annualReports/2023"));

        Assert.Equal("新乡县委", report.UnitName);
        Assert.Equal(IndicatorDictionary.AnnualReport.Select(i => i.Key), report.Indicators.Select(i => i.Key));
        Assert.Equal(
            ["collective_discussions=1", "expert_lectures=1", "material_volumes=40", "units_observed=1"],
            report.Indicators.Where(figure => figure.Value != 0).Select(figure => $"{figure.Key}={figure.Value}"));
    }
}
