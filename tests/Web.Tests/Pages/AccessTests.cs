using Deque.AxeCore.Playwright;
using StudySuite.Web.Tests.Browser;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Everybody can use a page: with a screen reader, and on a phone of 360 pixels.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class AccessTests(DemoWeb web)
{
    private static readonly string[] Serious = ["serious", "critical"];

    public static TheoryData<string, string> Pages => new()
    {
        { "xx-m01", "/" },
        { "xx-m01", "/inbox" },
        { "xx-m01", "/units/xinxiang/sessions" },
        { "xx-m01", "/units/xinxiang/makeUps" },
        { "xx-secretary", "/" },
        { "xx-secretary", "/units/xinxiang/plans/2023" },
        { "xx-secretary", "/units/xinxiang/sessions/new" },
        { "xx-secretary", "/rectifications" },
        { "observer", "/" },
        { "observer", "/observations" },
        { "supervision", "/alerts" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_OnPhone_FitsAndHasNothingSerious(string user, string path)
    {
        var page = await web.AsAsync(user, Screen.Phone);
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync(path == "/" ? "[data-desk] h2" : "h1");
        await page.WaitForFunctionAsync("() => !document.querySelector('.busy')");
        await page.TakeAsync($"phone-{user}{path.Replace('/', '-')}");

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screen.Phone.Width);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => Serious.Contains(violation.Impact))
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
    }
}
