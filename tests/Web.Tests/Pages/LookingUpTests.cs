using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What is looked up: records, figures and where they come from, and the rules that hold.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class LookingUpTests(DemoWeb web)
{
    [Fact]
    public async Task Search_PartOfATopic_LeadsToTheSession()
    {
        const string Topic = "浏览器里找得到的学习";
        await GivenSessions.NotifiedAsync(web, "kegong", Topic);
        var page = await web.AsAsync("kegong-secretary", Screen.Phone, at: "/search");
        await page.GetByLabel("检索词").FillAsync("没有这样的东西");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();
        await Expect(page.GetByText("没有找到。")).ToBeVisibleAsync();
        await page.GetByLabel("检索词").FillAsync("找得到");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();
        await page.TakeAsync("phone-search");
        await page.GetByRole(AriaRole.Region, new() { Name = "结果" }).GetByRole(AriaRole.Link).Filter(new() { HasText = Topic }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Topic })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Figure_OfTheYear2023_IsTakenApartIntoItsRecords()
    {
        var page = await web.AsAsync("publicity", at: "/statistics");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "从", Exact = true }).FillAsync("2023-01-01");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "到", Exact = true }).FillAsync("2023-12-31");
        await page.PressAsync("统计");
        var figures = page.GetByRole(AriaRole.Region, new() { Name = "统计表" });
        await Expect(figures.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await Expect(page.Locator("figure img").First).ToBeVisibleAsync();
        await page.TakeAsync("statistics");

        await figures.GetByRole(AriaRole.Row).Filter(new() { HasText = "县科工局" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "数字的来源" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Region, new() { NameRegex = new("^记录") }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.WaitForURLAsync("**/units/xinxiang-kegong/**");
    }

    [Fact]
    public async Task Rule_OutOfItsRange_IsRefusedAtItsFieldAndThenPublished()
    {
        const string Key = "makeup.deadline_days";
        var page = await web.AsAsync("publicity", at: "/rules");
        var value = page.Locator($"[id='{Key}']");
        var before = await value.InputValueAsync();
        await ChangeAsync("0");
        await page.PressAsync("发布");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = Key }).Locator(".fault")).ToBeVisibleAsync();
        await page.TakeAsync("rule-refused");

        await ChangeAsync("13");
        await page.PressAsync("看影响");
        await Expect(page.GetByText("影响")).Not.ToHaveCountAsync(0);
        await Expect(page.GetByText($"{Key} {before} → 13").First).ToBeVisibleAsync();
        await page.PressAsync("发布");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "将要发布" })).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(value).ToHaveValueAsync("13");
        await web.RuleAsync(Key, before);

        async Task ChangeAsync(string to)
        {
            await value.FillAsync(to);
            await value.BlurAsync();
            await page.GetByLabel("生效日期").FillAsync(Day.Today);
        }
    }
}
