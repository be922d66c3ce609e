using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What is entered once and referred to for years: regulations, days off, topics of research.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class RegistersTests(DemoWeb web)
{
    [Fact]
    public async Task Regulation_Registered_IsListedAndChanged()
    {
        var office = await web.AsAsync("publicity", at: "/regulations");
        await office.GetByLabel("名称").FillAsync("浏览器里登记的制度");
        await office.GetByLabel("印发单位").FillAsync("县委宣传部");
        await office.GetByLabel("印发日期").FillAsync("2023-03-01");
        await office.GetByLabel("层级").SelectOptionAsync("County");
        await office.GetByLabel("状态").SelectOptionAsync("InForce");
        await office.PressAsync("保存");
        var row = office.GetByRole(AriaRole.Row).Filter(new() { HasText = "浏览器里登记的制度" });
        await Expect(row).ToContainTextAsync("现行");

        await row.GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await office.GetByLabel("文号").FillAsync("新宣〔2023〕9号");
        await office.PressAsync("保存");
        await Expect(row).ToContainTextAsync("新宣〔2023〕9号");
        await office.TakeAsync("regulations");
    }

    [Fact]
    public async Task WorkCalendar_OfALaterYear_IsKept()
    {
        var admin = await web.AsAsync("admin", at: "/workCalendars?year=2031");
        await admin.GetByLabel("放假的日子").FillAsync("2031-01-01\n2031-05-01");
        await admin.GetByLabel("依据的通知").FillAsync("国务院办公厅通知");
        await admin.PressAsync("保存");
        await Expect(admin.GetByText("2031 年", new() { Exact = true })).ToBeVisibleAsync();

        await admin.ReloadAsync();
        await Expect(admin.GetByLabel("放假的日子")).ToHaveValueAsync("2031-01-01\n2031-05-01");
        await admin.TakeAsync("work-calendar");
    }

    [Fact]
    public async Task ResearchTopic_Registered_IsDoneWithItsOutcome()
    {
        var page = await web.AsAsync("nongye-secretary", Screen.Phone, at: "/units/xinxiang-nongye/researchTopics");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "选题", Exact = true }).FillAsync("浏览器里的选题");
        await page.PressAsync("登记");
        var topic = page.GetByRole(AriaRole.Region, new() { Name = "浏览器里的选题" });
        await topic.GetByText("办结").First.ClickAsync();
        await topic.GetByLabel("成果").FillAsync("形成调研报告一篇。");
        await topic.GetByRole(AriaRole.Button, new() { Name = "办结", Exact = true }).ClickAsync();
        await Expect(topic).ToContainTextAsync("已办结");
        await page.TakeAsync("phone-research-topics");
    }
}
