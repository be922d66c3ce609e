using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What a unit keeps beside its sessions: research projects, activities, lecturers, ledgers, plans of its members.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class UnitRegistersTests(DemoWeb web)
{
    private const string Unit = "/units/xinxiang-nongye";

    [Fact]
    public async Task ResearchProject_Opened_IsFinishedWithWhatBecameOfIt()
    {
        var page = await web.AsAsync("nongye-secretary", Screen.Phone, at: $"{Unit}/researchProjects");
        await Text(page, "课题").FillAsync("浏览器里的课题");
        await page.PressAsync("立项");
        await Expect(page.Locator("fieldset .fault")).ToBeVisibleAsync();
        await page.Locator("fieldset").GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.PressAsync("立项");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "浏览器里的课题" })).ToBeVisibleAsync();

        await page.GetByLabel("主要发现").FillAsync("小农户对接市场难。");
        await page.PressAsync("保存");
        await page.ClickAsync("summary:has-text('登记活动')");
        await page.GetByLabel("活动日期").FillAsync(Day.Today);
        await page.GetByLabel("谁的活动").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Text(page, "标题").FillAsync("浏览器里的一次调研");
        await page.PressAsync("登记活动");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "浏览器里的一次调研" })).ToBeVisibleAsync();

        await page.ClickAsync("summary:has-text('登记转化')");
        await page.GetByLabel("采纳日期").FillAsync(Day.Today);
        await page.GetByLabel("采纳的会议").FillAsync("第3次党组会");
        await page.PressAsync("登记转化");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "成果转化" }).GetByRole(AriaRole.Listitem)).ToContainTextAsync("第3次党组会");
        await page.TakeAsync("phone-research-project");
        await page.PressAsync("结题");
        await Expect(page.GetByText("已结题", new() { Exact = true })).ToBeVisibleAsync();

        var office = await web.AsAsync("publicity", at: "/units/-/researchProjects");
        await Expect(office.GetByRole(AriaRole.Row).Filter(new() { HasText = "浏览器里的课题" })).ToContainTextAsync("县农业农村局");
        await office.TakeAsync("research-projects");
        await office.ClickAsync("text=浏览器里的课题");
        await Expect(office.GetByText("小农户对接市场难。")).ToBeVisibleAsync();
        await office.TakeAsync("research-project");
    }

    private static ILocator Text(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });
}
