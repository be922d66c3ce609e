using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Everybody can use a page: with a screen reader, and on a phone of 360 pixels.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class AccessTests(DemoWeb web)
{
    /// <summary>A person and the pages that the person walks through.</summary>
    public static TheoryData<string, string[]> Walks => new()
    {
        {
            "xx-m01",
            [
                "/", "/inbox", "/units/xinxiang/sessions", "/units/xinxiang/makeUps", "/units/xinxiang/receivedArrangements/demo-2023",
                "/units/xinxiang/receivedBulletins", "/units/xinxiang/firstTopics?year=2023", "/my?year=2023", "/units/xinxiang/researchTopics", "/me/sessions", "/me/notifications",
                "/units/xinxiang/researchProjects?year=2023", "/units/xinxiang/activities?year=2023", "/units/xinxiang/selfStudyPlans", "/ledgers?year=2023",
            ]
        },
        {
            "xx-secretary",
            [
                "/", "/units/xinxiang/plans/2023", "/units/xinxiang/plans/2023/edit", "/units/xinxiang/plans/2023/versions",
                "/units/xinxiang/sessions/new", "/rectifications", "/units/xinxiang/topicProposals", "/units/xinxiang/selfReports/2023-1",
                "/units/xinxiang/practiceProposals", "/checks/new", "/units/xinxiang/sessions/demo-talk-01",
                "/units/xinxiang/sessions/demo-talk-01/record", "/units/xinxiang/sessions/demo-talk-01/scheme",
                "/units/xinxiang/sessions/demo-talk-01/roll",
            ]
        },
        { "xx-leader", ["/units/xinxiang/delegations", "/checks", "/assessments"] },
        { "observer", ["/", "/observations", "/units/xinxiang/observationCampaigns/demo-2023"] },
        { "supervision", ["/alerts", "/problems", "/problems/new", "/observations/coverage"] },
        {
            "publicity",
            [
                "/topics", "/units/xinxiang/topicCampaigns/demo-2023", "/arrangements", "/units/xinxiang/thematicArrangements/new",
                "/units/xinxiang/thematicArrangements/demo-2023", "/filings?year=2023", "/observations/new",
                "/observations/calendar?year=2023", "/units/xinxiang/observationCampaigns/new", "/selfReports?period=2023-1",
                "/bulletins/template", "/scoreSchemes", "/overview?year=2023", "/units/xinxiang-kegong/coverage/2023", "/categories",
                "/units/xinxiang/annualReports/2023", "/indicators", "/observations/form", "/regulations",
                "/units/xinxiang/activities?year=2023", "/units/-/researchProjects?year=2023", "/units/xinxiang/lectures?year=2023",
                "/units/xinxiang/lecturers", "/ranking",
            ]
        },
        { "admin", ["/channels", "/channels/new", "/units/xinxiang-hehe", "/units/new", "/people", "/people/new", "/workCalendars?year=2023"] },
        { "security-admin", ["/grants", "/systemClients", "/people/xx-m01/loginSessions"] },
    };

    [Theory, MemberData(nameof(Walks))]
    public async Task Pages_OnPhone_FitAndHaveNothingSerious(string user, string[] paths)
    {
        var page = await web.AsAsync(user, Screen.Phone);
        var complaints = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync(path == "/" ? "[data-desk] h2" : "h1");
            await page.WaitForFunctionAsync("() => !document.querySelector('.busy')");
            string[] found = [.. await ComplaintsAsync(page, path)];
            complaints.AddRange(found);
            await page.TakeAsync($"phone-{user}{path.Replace('/', '-')}", always: found.Length > 0 || path == "/inbox");
        }

        Assert.Empty(complaints);
    }

    private static async Task<IEnumerable<string>> ComplaintsAsync(IPage page, string path)
    {
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var refused = await page.Locator("main [role=alert]").AllInnerTextsAsync();
        return (await page.SeriousAsync()).Select(violation => $"{path} {violation}")
            .Concat(refused.Select(text => $"{path} says {text}"))
            .Concat(width > Screen.Phone.Width ? [$"{path} is {width} pixels wide"] : []);
    }
}
