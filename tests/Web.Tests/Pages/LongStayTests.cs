using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using StudySuite.Demo.Access;
using StudySuite.Testing;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>A page that is used for longer than its token lasts, and whose person is the one that the suite writes down.</summary>
[Collection("web-county"), Trait("Needs", "Servers")]
public sealed class LongStayTests(CountyWeb web)
{
    [Fact]
    public async Task Page_TokensRenewedMeanwhile_IsNotLoadedAnewAndAsksNobodyToSignIn()
    {
        var before = Tickets().ToHashSet();
        var page = await web.OpenAsync();
        await web.SignInAsync(page, "county-office");
        var ticket = Assert.Single(Tickets(), file => !before.Contains(file));
        var signedIn = File.GetLastWriteTimeUtc(ticket);
        await page.EvaluateAsync("window.sameDocument = true");

        var renewals = new HashSet<DateTime>();
        await Wait.UntilAsync(async () =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "统计", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "统计" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "待办", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "会务：通知与会场" })).ToBeVisibleAsync();
            renewals.Add(File.GetLastWriteTimeUtc(ticket));
            return renewals.Count(time => time > signedIn) >= 2;
        }, "the token is renewed twice");

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded anew");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Command_ThroughAPage_IsWrittenDownWithTheAddressOfItsBrowser()
    {
        const string browser = "203.0.113.7";
        var page = await web.AsAsync("xx-m01", from: browser, at: "/suggestions");
        await page.GetByLabel("内容").FillAsync("从会议室提的建议");
        await page.PressAsync("提交");
        await Expect(page.GetByText("从会议室提的建议").First).ToBeVisibleAsync();

        using var cast = new Cast(web.Demo);
        using var http = new HttpClient { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast["audit-admin"].TokenAsync());
        var trail = await http.GetFromJsonAsync<JsonElement>(
            "notifications/v1/auditEntries?pageSize=200", TestContext.Current.CancellationToken);

        var written = trail.GetProperty("auditEntries").EnumerateArray()
            .Where(entry => entry.GetProperty("action").GetString()!.EndsWith("/CreateSuggestion", StringComparison.Ordinal))
            .Select(entry => entry.GetProperty("source").GetString());
        Assert.Contains(browser, written);
    }

    private string[] Tickets() => System.IO.Directory.Exists(web.Tickets) ? System.IO.Directory.GetFiles(web.Tickets) : [];
}
