using Microsoft.Playwright;
using StudySuite.Demo.Access;
using StudySuite.Supervision.V1;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>News appear while a page is open.</summary>
public abstract class LiveTests(SuiteWeb web)
{
    [Fact]
    public async Task Inbox_SomethingHappens_ShowsItWithoutReload()
    {
        var publicity = await web.AsAsync("publicity");
        await publicity.ClickAsync("a.bell");
        var items = publicity.Locator("ul.inbox > li");
        await Expect(publicity.GetByRole(AriaRole.Heading, new() { Name = "消息" })).ToBeVisibleAsync();
        await publicity.WaitForFunctionAsync("() => !document.querySelector('.busy')");
        var before = await publicity.Locator("ul.inbox > li.unread").CountAsync();

        var member = await web.AsAsync("xx-m01", at: "/suggestions");
        await member.GetByLabel("内容").FillAsync("建议增加现场教学");
        await member.PressAsync("提交");
        await Expect(member.GetByText("建议增加现场教学").First).ToBeVisibleAsync();

        await Expect(publicity.Locator("ul.inbox > li.unread")).ToHaveCountAsync(before + 1);
        await Expect(items.First).ToHaveClassAsync("unread");
        await Expect(publicity.Locator(".badge")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AlertBoard_DeadlinePasses_ShowsTheAlertWithoutReload()
    {
        var office = await web.AsAsync("supervision", at: "/alerts");
        var unit = office.GetByRole(AriaRole.Region, new() { Name = "各单位" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "大召营镇" });
        await Expect(office.GetByRole(AriaRole.Heading, new() { Name = "各单位" })).ToBeVisibleAsync();
        await Expect(unit).ToHaveCountAsync(0);
        await office.EvaluateAsync("window.sameDocument = true");

        await OverdueNoticeAsync("xinxiang-dazhaoying");

        await Expect(unit).ToBeVisibleAsync();
        Assert.True(await office.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded anew");
    }

    /// <summary>A rectification notice of last winter that nobody has answered: its deadline is long past.</summary>
    private async Task OverdueNoticeAsync(string unit)
    {
        using var cast = new Cast(web.Demo);
        var (calls, id, parent) = (cast["supervision"].Calls, $"live-{Guid.CreateVersion7():n}", $"units/{unit}");
        var check = await new CheckService.CheckServiceClient(calls).CreateCheckAsync(new()
        {
            Parent = parent, CheckId = id,
            Check = new()
            {
                Organiser = "units/xinxiang", Source = ProblemSource.SpecialSupervision, Title = "专项督查", CheckedOn = "2024-01-05",
                Summary = "总体较好", Findings = { new CheckFinding { Text = "考勤不全", Category = "学习考勤" } },
            },
        });
        await new CheckService.CheckServiceClient(calls).ConcludeCheckAsync(new() { Name = check.Name, ConcludedOn = "2024-01-06" });
        var problem = await new ProblemService.ProblemServiceClient(calls).CreateProblemAsync(
            new() { Parent = parent, Problem = new() { Check = check.Name, Line = 1 } });
        var notices = new RectificationNoticeService.RectificationNoticeServiceClient(calls);
        var notice = await notices.CreateRectificationNoticeAsync(new()
        {
            Parent = parent, RectificationNoticeId = id,
            RectificationNotice = new()
            {
                Organiser = "units/xinxiang", Basis = "专项督查",
                Items = { new RectificationItem { Problem = problem.Name, Requirement = "补全考勤" } },
            },
        });
        await notices.IssueRectificationNoticeAsync(new() { Name = notice.Name, IssuedOn = "2024-01-08", NumberPrefix = "新督改" });
    }
}

[Collection("web"), Trait("Needs", "Servers")]
public sealed class LiveOnStandaloneTests(DemoWeb web) : LiveTests(web);

[Collection("web-county"), Trait("Needs", "Servers")]
public sealed class LiveOnCountyTests(CountyWeb web) : LiveTests(web);
