using System.Globalization;
using System.Text;
using System.Text.Json;
using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Bulletins;

/// <summary>
/// What a half-year amounts to, through the gateway by REST and gRPC: self-report, practices, template, figures with
/// their records, charts, exports. In years without a replay, so that the year 2023 stays as published.
/// </summary>
public abstract class BulletinTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang", Unit = "units/xinxiang-hehe";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SelfReport_ObjectedAnsweredConfirmed_KeepsTheConfirmedFigures()
    {
        const string Report = $"{Unit}/selfReports/2021-1";
        using var secretary = await Rest.AsAsync(suite, cast, "hehe-secretary");
        await GivenReflectionsAsync("2021-03-01", 2);

        var open = await secretary.GetAsync($"bulletin/v1/{Report}");
        Assert.Equal(("SELF_REPORT_STATE_NOT_REPORTED", 2), (State(open), Figure(open, "reflections")));
        var objected = await secretary.PostAsync(
            $"bulletin/v1/{Report}:object", new { reason = "少一篇", indicators = new[] { "reflections" } });
        Assert.Equal("SELF_REPORT_STATE_OBJECTED", State(objected));
        await new SelfReportService.SelfReportServiceClient(cast["publicity"].Calls)
            .AnswerSelfReportAsync(new() { Name = Report, Answer = "请补录" });
        await GivenReflectionsAsync("2021-03-02", 1);
        Assert.Equal("FIGURES_CHANGED", await secretary.ReasonAsync(
            HttpMethod.Post, $"bulletin/v1/{Report}:confirm",
            new { seenValues = open.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("value").GetInt32()) }));
        await secretary.PostAsync($"bulletin/v1/{Report}:confirm", new { });
        await GivenReflectionsAsync("2021-03-03", 1);

        var kept = await new SelfReportService.SelfReportServiceClient(cast["publicity"].Calls).GetSelfReportAsync(new() { Name = Report });
        Assert.Equal(SelfReportState.Confirmed, kept.State);
        Assert.Equal(3, kept.Figures.Single(figure => figure.Key == "reflections").Value);
    }

    [Fact]
    public async Task Bulletin_WithTemplatePracticesAndComparison_IsPrefilledAndExported()
    {
        using var publicity = await Rest.AsAsync(suite, cast, "publicity");
        using var secretary = await Rest.AsAsync(suite, cast, "hehe-secretary");
        await GivenReflectionsAsync("2021-10-01", 1);
        await GivenReflectionsAsync("2022-04-01", 3);
        await publicity.PutAsync($"bulletin/v1/{County}/bulletinTemplate", new
        {
            name = $"{County}/bulletinTemplate", overview = "{期间}，心得体会{心得体会}篇，比上期{增减:心得体会}篇。",
            addressee = "各乡镇党委", issuerMark = "中共新乡县委宣传部",
        });
        var bulletins = new BulletinService.BulletinServiceClient(cast["publicity"].Calls);
        var made = await bulletins.CreateBulletinAsync(new()
        {
            Parent = County, BulletinId = "suite-2022-1",
            Bulletin = new Bulletin.V1.Bulletin { Year = 2022, Half = 1, Requirements = "认真落实", NumberPrefix = "试通" },
        });
        var proposal = (await secretary.PostAsync($"bulletin/v1/{Unit}/practiceProposals", new
        {
            title = "领学制度", text = "轮流领学，人人发言。", materials = new[] { "https://example.cn/1" },
        })).GetProperty("name").GetString()!;
        await new PracticeProposalService.PracticeProposalServiceClient(cast["publicity"].Calls)
            .ChoosePracticeProposalAsync(new() { Name = proposal, Bulletin = made.Name, Text = "轮流领学。" });

        var draft = await publicity.PostAsync($"bulletin/v1/{made.Name}:prefill", new { });
        var overview = draft.GetProperty("overview").GetString()!;
        Assert.Contains("心得体会3篇", overview);
        Assert.Contains("比上期增加2篇", overview);
        Assert.Equal("轮流领学。", draft.GetProperty("goodPractices")[0].GetProperty("text").GetString());
        var annex = await bulletins.GetBulletinAnnexAsync(new() { Name = $"{made.Name}/annex" });
        Assert.Equal(1, annex.Table.PreviousTotals[annex.Table.Columns.Select(column => column.Key).ToList().IndexOf("reflections")]);

        var docx = await publicity.DownloadAsync($"bulletin/v1/{made.Name}:download");
        var page = await publicity.DownloadAsync($"bulletin/v1/{made.Name}:download?format=FILE_FORMAT_PRINT");
        var sheet = await publicity.DownloadAsync($"bulletin/v1/{made.Name}:download?format=FILE_FORMAT_XLSX");
        Assert.Empty(Papers.ErrorsIn(docx.Bytes));
        Assert.Contains("学习情况的通报", docx.FileName);
        Assert.Contains("轮流领学。", Encoding.UTF8.GetString(page.Bytes));
        Assert.Equal(
            ("text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (byte)'P'),
            (page.Type, sheet.Type, sheet.Bytes[0]));
        var overGrpc = await new ExportService.ExportServiceClient(cast["publicity"].Calls)
            .DownloadBulletinAsync(new() { Name = made.Name, Format = FileFormat.Print });
        Assert.Equal(page.Bytes, overGrpc.Data.ToByteArray());
    }

    [Fact]
    public async Task Figures_OfASubtree_DrillDownToTheirRecordsAndAreDrawn()
    {
        await GivenReflectionsAsync("2020-02-03", 4);
        using var publicity = await Rest.AsAsync(suite, cast, "publicity");
        const string Period = "startDate=2020-01-01&endDate=2020-06-30&subtree=true";

        var table = await publicity.GetAsync($"bulletin/v1/{County}/statistics?{Period}&indicators=reflections");
        var charts = await publicity.GetAsync($"bulletin/v1/{County}/charts?{Period}");
        var records = new List<FigureRecord>();
        var next = "";
        do
        {
            var answer = await new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls).ListFigureRecordsAsync(new()
            {
                Parent = County, Indicator = "reflections", StartDate = "2020-01-01", EndDate = "2020-06-30", Subtree = true,
                PageSize = 3, PageToken = next,
            });
            records.AddRange(answer.FigureRecords);
            next = answer.NextPageToken;
        }
        while (next.Length > 0);

        Assert.Equal(4, table.GetProperty("totals")[0].GetInt32());
        // A row for every unit, also for those that did nothing and those that other tests made.
        var units = await new Directory.V1.UnitService.UnitServiceClient(cast["publicity"].Calls).ListUnitsAsync(new() { PageSize = 200 });
        Assert.Equal(units.Units.Count, table.GetProperty("rows").GetArrayLength());
        Assert.Equal((4, 4), (records.Count, records.Sum(record => record.Value)));
        Assert.All(records, record => Assert.StartsWith($"{Unit}/activities/", record.Record));
        Assert.Equal(
            ["coverage", "rectification", "seven_haves", "trend"],
            charts.GetProperty("charts").EnumerateArray().Select(chart => chart.GetProperty("key").GetString()).Order());
        Assert.All(charts.GetProperty("charts").EnumerateArray(), chart =>
            Assert.StartsWith("<svg", chart.GetProperty("svg").GetString()));
        Assert.Equal("RANKING_OFF", await publicity.ReasonAsync(
            HttpMethod.Get, $"bulletin/v1/{County}/ranking?startDate=2020-01-01&endDate=2020-06-30&indicator=reflections"));
    }

    private async Task GivenReflectionsAsync(string day, int count)
    {
        var activities = new ActivityService.ActivityServiceClient(cast["hehe-secretary"].Calls);
        for (var i = 0; i < count; i++)
        {
            await activities.CreateActivityAsync(new()
            {
                Parent = Unit,
                Activity = new() { Kind = ActivityKind.Reflection, Title = $"体会{i}", PersonName = "王某", HappenedOn = day },
            });
        }

        var statistics = new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls);
        await Wait.UntilAsync(
            async () => (await statistics.GetStatisticsAsync(new()
            {
                Name = $"{Unit}/statistics", StartDate = day, EndDate = day, Indicators = { "reflections" },
            })).Totals[0] == count,
            string.Create(CultureInfo.InvariantCulture, $"{count} reflections of {day} to be counted"));
    }

    private static string State(JsonElement report) => report.GetProperty("state").GetString()!;

    private static int Figure(JsonElement report, string key) => report.GetProperty("figures").EnumerateArray()
        .Single(figure => figure.GetProperty("key").GetString() == key).GetProperty("value").GetInt32();
}

[Collection("county"), Trait("Needs", "Servers")]
public sealed class BulletinOnCountyTests(CountyYear year) : BulletinTests(year.Suite);

[Collection("standalone")]
public sealed class BulletinOnStandaloneTests(StandaloneYear year) : BulletinTests(year.Suite);
