using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;

namespace StudySuite.Bulletin.Tests.Statistics;

/// <summary>The records behind a figure add up to it.</summary>
public sealed class FigureRecordsTests
{
    [Theory]
    [InlineData("collective_sessions", 7)]
    [InlineData("present_person_times", 63)]
    [InlineData("units_observed", 2)]
    public async Task ListFigureRecords_PageByPage_AddUpToTheTotal(string indicator, int total)
    {
        await using var county = await County.StartAsync();
        for (var i = 1; i <= 7; i++)
        {
            var unit = i % 2 == 0 ? "xinxiang-kegong" : "xinxiang";
            await county.CountAsync(
                Counting.Of(Sample.Held(unit, $"{i}", $"2023-0{(i / 3) + 1}-05")),
                Counting.Of(Sample.Attendance(unit, $"{i}", $"2023-0{(i / 3) + 1}-05", 12, 9)),
                Counting.Of(Sample.Observed(i < 5 ? "xinxiang-kegong" : "xinxiang-weijian", $"{i}", "2023-04-01")));
        }

        var records = await AllAsync(county, "xinxiang", indicator, subtree: true);
        var table = await county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
        {
            Name = "units/xinxiang/statistics", StartDate = "2023-01-01", EndDate = "2023-12-31", Subtree = true,
            Indicators = { indicator },
        });

        Assert.Equal(7, records.DistinctBy(record => record.Record).Count());
        Assert.Equal(total, records.Sum(record => record.Value));
        Assert.Equal(total, table.Totals[0]);
        Assert.Equal(records.Select(record => record.Day).Order(), records.Select(record => record.Day));
    }

    [Fact]
    public async Task ListFigureRecords_OfAttendance_CarryTheSessionsTopic()
    {
        await using var county = await County.StartAsync();
        await county.CountAsync(
            Counting.Of(Sample.Attendance("xinxiang", "1", "2023-03-05", 12, 9)),
            Counting.Of(Sample.Held("xinxiang", "1", "2023-03-05")));

        var record = Assert.Single(await AllAsync(county, "xinxiang", "present_person_times", subtree: false));

        Assert.Equal(
            ("units/xinxiang/sessions/1", "units/xinxiang", "专题 1", "2023-03-05", 9),
            (record.Record, record.Unit, record.Title, record.Day, record.Value));
    }

    private static async Task<List<FigureRecord>> AllAsync(County county, string unit, string indicator, bool subtree)
    {
        var all = new List<FigureRecord>();
        var request = new ListFigureRecordsRequest
        {
            Parent = $"units/{unit}", Indicator = indicator, StartDate = "2023-01-01", EndDate = "2023-12-31",
            Subtree = subtree, PageSize = 3,
        };
        do
        {
            var page = await county.Statistics().ListFigureRecordsAsync(request);
            all.AddRange(page.FigureRecords);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
