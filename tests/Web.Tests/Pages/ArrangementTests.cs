using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>From the call for topics over the arrangement to the plan that follows it, clicked through by the roles.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class ArrangementTests(DemoWeb web)
{
    private const string Year = "2031", Call = "浏览器里的议题征集", Topic = "浏览器里提出的议题";

    [Fact]
    public async Task Arrangement_ClickedThroughByRoles_ReachesThePlan()
    {
        var office = await web.AsAsync("publicity");
        await CallAsync(office);

        var secretary = await web.AsAsync("kegong-secretary");
        await secretary.GotoAsync("/units/xinxiang-kegong/topicProposals");
        await secretary.ClickAsync($"text={Call}");
        await secretary.GetByRole(AriaRole.Textbox, new() { Name = "议题", Exact = true }).FillAsync(Topic);
        await secretary.PressAsync("提交");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = Topic })).ToBeVisibleAsync();

        await office.ReloadAsync();
        await office.PressAsync("采纳");
        await Expect(office.GetByText("已采纳", new() { Exact = true }).First).ToBeVisibleAsync();
        await office.PressAsync("结束征集");
        await Expect(office.GetByText("已结束", new() { Exact = true }).First).ToBeVisibleAsync();
        await IssueAsync(office);

        await secretary.GotoAsync("/units/xinxiang-kegong/receivedArrangements");
        await secretary.ClickAsync($"text={Year} ·");
        await Expect(secretary.GetByText(Topic).First).ToBeVisibleAsync();
        await secretary.TakeAsync("arrangement-received");
        await secretary.ClickAsync($"text={Year} 年度计划");
        await secretary.ClickAsync("text=起草计划");
        await secretary.PressAsync("按安排意见和去年计划生成");
        await Expect(secretary.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true }).First).ToHaveValueAsync(Topic);
        await secretary.PressAsync("保存");
        await Expect(secretary.GetByText("安排意见", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private static async Task CallAsync(IPage page)
    {
        await page.GotoAsync("/topics");
        await page.GetByLabel("年度").FillAsync(Year);
        await page.GetByLabel("截止日期").FillAsync("2030-12-31");
        await page.GetByLabel("标题").FillAsync(Call);
        await page.PressAsync("发出");
        await page.ClickAsync($"text={Call}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Call })).ToBeVisibleAsync();
    }

    private static async Task IssueAsync(IPage page)
    {
        await page.ClickAsync("text=据此起草安排意见");
        await page.PressAsync("列为专题");
        await Expect(page.GetByLabel("专题名称")).ToHaveValueAsync(Topic);
        await page.GetByLabel("文号").FillAsync("新宣发〔2030〕99号");
        await page.TakeAsync("arrangement-edit");
        await page.PressAsync("保存");
        await page.PressAsync("印发各单位");
        await Expect(page.GetByText("已印发").First).ToBeVisibleAsync();
        await page.TakeAsync("arrangement");
    }
}
