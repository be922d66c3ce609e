using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;

namespace StudySuite.Suite.Tests;

/// <summary>The main job: the county's year 2023 through the gateway, figure by figure.</summary>
public abstract class YearTests(ISuite suite)
{
    [Fact]
    public async Task AnnualReport_OverRest_HasThePublishedFigures()
    {
        using var cast = new Cast(suite.Demo);
        using var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast["publicity"].TokenAsync());

        var report = await http.GetFromJsonAsync<JsonElement>("bulletin/v1/units/xinxiang/annualReports/2023");

        var figures = report.GetProperty("indicators").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("key").GetString()!, figure => figure.GetProperty("value").GetInt32());
        Assert.Equal(Year.Load().Figures.OrderBy(figure => figure.Key), figures.OrderBy(figure => figure.Key));
    }

    [Fact]
    public async Task Replay_SecondRun_ChangesNothing()
    {
        var before = await suite.CountAuditEntriesAsync();

        var output = new StringWriter();
        Assert.True(await new Replay(suite.Demo, output).RunAsync(TestContext.Current.CancellationToken), output.ToString());

        Assert.Equal(before, await suite.CountAuditEntriesAsync());
    }

    [Fact]
    public async Task OverdueNotices_InTheSupervisionOfficesInbox_AreThereOnceEach()
    {
        using var cast = new Cast(suite.Demo);
        using var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast["supervision"].TokenAsync());

        var inbox = await http.GetFromJsonAsync<JsonElement>("notifications/v1/people/me/inboxItems?pageSize=200");

        var overdue = inbox.GetProperty("inboxItems").EnumerateArray()
            .Where(item => item.GetProperty("kind").GetString() == "INBOX_ITEM_KIND_RECTIFICATION_DEADLINE")
            .Where(item => item.GetProperty("level").GetString() is "ALERT_LEVEL_OVERDUE" or "ALERT_LEVEL_ESCALATED")
            .Select(item => item.GetProperty("subject").GetString())
            .Where(subject => subject!.EndsWith("/demo-2023", StringComparison.Ordinal));
        Assert.Equal(
            ["xinxiang-guguzhai", "xinxiang-kegong", "xinxiang-weijian"],
            overdue.Select(subject => subject!.Split('/')[1]).Order());
    }
}
