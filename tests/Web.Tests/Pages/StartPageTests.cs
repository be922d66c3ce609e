using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What each role finds after signing in.</summary>
public abstract class StartPageTests(SuiteWeb web, ITestOutputHelper output)
{
    public static TheoryData<string, string, string[]> Roles => new()
    {
        { "xx-leader", "组长", ["待审定的计划", "待审定的方案"] },
        { "xx-secretary", "学习秘书", ["年度计划", "学习", "七有缺项", "补学", "整改"] },
        { "xx-m01", "成员", ["近期学习", "我的补学"] },
        { "publicity", "宣传部", ["计划报备异常", "巡听旁听", "通报"] },
        { "observer", "旁听员", ["我的旁听"] },
        { "supervision", "督查室", ["提醒", "待验收的整改", "待回头看"] },
        { "county-office", "县委办", ["会务：通知与会场"] },
        { "admin", "管理", ["我的管理范围"] },
        { "security-admin", "管理", ["我的管理范围"] },
        { "audit-admin", "审计", ["最近被拒绝的操作"] },
    };

    [Theory, MemberData(nameof(Roles))]
    public async Task StartPage_OfRole_ShowsWhatWaits(string user, string desk, string[] cards)
    {
        var page = await web.AsAsync(user);

        var region = page.GetByRole(AriaRole.Region, new() { Name = desk, Exact = true });
        foreach (var card in cards)
        {
            await Assertions.Expect(region.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^{card}") }).First).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        output.WriteLine($"{user}: {await Times.OfStartPageAsync(page)}");
        await page.TakeAsync($"start-{user}", always: user == "publicity");
    }

    [Fact]
    public async Task StartPage_InEnglish_SpeaksEnglish()
    {
        var page = await web.AsAsync("publicity", language: "en-US");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "To do" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Observations").First).ToBeVisibleAsync();
    }
}

[Collection("web"), Trait("Needs", "Servers")]
public sealed class StartPageOnStandaloneTests(DemoWeb web, ITestOutputHelper output) : StartPageTests(web, output);

[Collection("web-county"), Trait("Needs", "Servers")]
public sealed class StartPageOnCountyTests(CountyWeb web, ITestOutputHelper output) : StartPageTests(web, output);
