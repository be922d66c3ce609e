using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Documents;
using StudySuite.Sessions.V1;
using StudySuite.Testing;
using Activity = StudySuite.Sessions.V1.Activity;

namespace StudySuite.Suite.Tests;

/// <summary>The six forms through the gateway, by REST and gRPC, and what becomes of them in the county's figures.</summary>
public abstract class ActivitiesTests(ISuite suite) : IDisposable
{
    // Of a year that the replay leaves alone.
    private const string Report = "units/xinxiang/annualReports/2021";
    private const string County = "units/xinxiang";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Activity_OfEveryKind_CountsInTheIndicatorOfItsKindAndNoOtherUntilItIsWithdrawn()
    {
        var activities = new ActivityService.ActivityServiceClient(cast["xx-secretary"].Calls);
        var kinds = (await activities.ListActivityKindsAsync(new())).Kinds;
        var before = await FiguresAsync();
        var made = new List<Activity>();
        foreach (var kind in kinds)
        {
            made.Add(await activities.CreateActivityAsync(new()
            {
                Parent = County,
                Activity = new() { Kind = kind.Kind, Title = kind.Title, Team = "演示", HappenedOn = "2021-05-06" },
            }));
        }

        var expected = kinds.Where(kind => kind.Indicator.Length > 0).GroupBy(kind => kind.Indicator)
            .ToDictionary(group => group.Key, group => group.Count());
        await UntilAsync("every kind to count", figures => figures.All(figure =>
            figure.Value - before[figure.Key] == expected.GetValueOrDefault(figure.Key)));
        foreach (var activity in made)
        {
            await activities.WithdrawActivityAsync(new() { Name = activity.Name, Reason = "测试" });
        }

        await UntilAsync("all to be taken back", figures => figures.All(figure => figure.Value == before[figure.Key]));
        Assert.Equal(before, await FiguresAsync());
    }

    [Fact]
    public async Task CorrectAndWithdraw_OverRest_MoveTheCountysFiguresWithinTheLatencyOfEvents()
    {
        using var http = await HttpAsync("xx-secretary");
        var before = await FiguresAsync();

        var made = await PostAsync(http, $"{County}/activities", new
        {
            kind = "ACTIVITY_KIND_MICRO_VIDEO", title = "微视频", team = "融媒体", outlet = "云上新乡县", happenedOn = "2021-06-01",
            url = "https://example.gov.cn/1",
        });
        var recorded = await TimeUntilAsync("micro_videos", before["micro_videos"] + 1);
        await PostAsync(http, $"{made.GetProperty("name").GetString()}:correct", new
        {
            activity = new { kind = "ACTIVITY_KIND_PUBLISHED_ARTICLE" }, updateMask = "kind", reason = "类别有误",
        });
        var corrected = await TimeUntilAsync("theory_articles_published", before["theory_articles_published"] + 1);
        var between = await FiguresAsync();
        await PostAsync(http, $"{made.GetProperty("name").GetString()}:withdraw", new { reason = "重复" });
        var withdrawn = await TimeUntilAsync("theory_articles_published", before["theory_articles_published"]);

        Assert.Equal(before["micro_videos"], between["micro_videos"]);
        Assert.Equal(before, await FiguresAsync());
        TestContext.Current.TestOutputHelper!.WriteLine($"recorded {recorded} ms, corrected {corrected} ms, withdrawn {withdrawn} ms");
    }

    [Fact]
    public async Task ImportActivities_OverRest_AllOrNothingWithAListByRow()
    {
        using var http = await HttpAsync("xx-secretary");
        var before = await FiguresAsync();
        string[] heads = ["类别", "题目", "日期", "团队", "地点", "听众人数"];
        object[] good = ["小院课堂", "小院课堂", "2021-07-01", "百姓宣讲团", "小冀镇", 30];
        object[] bad = ["小院课堂", "", "2021-07-01", "", "小冀镇", 30];

        // Made once: a workbook says when it was made, so that another is another request.
        var sheet = Sheet(heads, good, good, good);

        var refused = await ImportAsync(http, Sheet(heads, good, bad), "suite-import-bad");
        var done = await ImportAsync(http, sheet, "suite-import-good");
        var again = await ImportAsync(http, sheet, "suite-import-good");

        Assert.False(refused.GetProperty("applied").GetBoolean());
        Assert.StartsWith("第 3 行“题目”", refused.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(done.GetProperty("applied").GetBoolean());
        Assert.Equal(done.ToString(), again.ToString());
        await TimeUntilAsync("courtyard_classes", before["courtyard_classes"] + 3);
    }

    [Fact]
    public async Task MemberYear_OfTheReplay_IsThereForTheMemberAndOnPaper()
    {
        using var http = await HttpAsync("xx-m01");

        var page = await http.GetFromJsonAsync<JsonElement>($"sessions/v1/{County}/people/me/years/2023");
        using var docx = await http.GetAsync($"sessions/v1/{County}/people/me/years/2023:export");

        Assert.NotEqual(0, page.GetProperty("sessions").GetArrayLength());
        Assert.NotEqual(0, page.GetProperty("activities").GetArrayLength());
        Assert.Single(page.GetProperty("researchProjects").EnumerateArray());
        Assert.Contains(page.GetProperty("expectations").EnumerateArray(), expectation =>
            expectation.GetProperty("rule").GetString() == "member.output_min_per_year" && expectation.GetProperty("isMet").GetBoolean());
        Assert.Equal(Download.Docx, docx.Content.Headers.ContentType!.MediaType);
    }

    private async Task<Dictionary<string, int>> FiguresAsync() =>
        (await new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls).GetAnnualReportAsync(new() { Name = Report }))
        .Indicators.ToDictionary(figure => figure.Key, figure => figure.Value);

    private Task UntilAsync(string what, Func<Dictionary<string, int>, bool> holds) =>
        Wait.UntilAsync(async () => holds(await FiguresAsync()), what);

    private async Task<long> TimeUntilAsync(string indicator, int value)
    {
        var watch = Stopwatch.StartNew();
        await UntilAsync($"{indicator} to be {value}", figures => figures[indicator] == value);
        return watch.ElapsedMilliseconds;
    }

    private static byte[] Sheet(string[] heads, params object[][] rows) => rows.Aggregate(
        new Table("学习活动", [.. heads.Select(head => new Column(head))]), (table, row) => table.Row(row)).ToXlsx();

    private static Task<JsonElement> ImportAsync(HttpClient http, byte[] file, string requestId) =>
        PostAsync(http, $"{County}/activities:import", new { file = Convert.ToBase64String(file), requestId });

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"sessions/v1/{path}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpClient> HttpAsync(string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return http;
    }
}
