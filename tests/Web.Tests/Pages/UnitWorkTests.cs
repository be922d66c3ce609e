using System.Globalization;
using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What a unit does between plan and archive, and what the department allows it.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class UnitWorkTests(DemoWeb web)
{
    [Fact]
    public async Task FirstTopic_Pooled_IsStudiedAndItsMeasureDone()
    {
        var page = await web.AsAsync("nongye-secretary", Screen.Phone, at: "/units/xinxiang-nongye/firstTopics");
        await page.GetByLabel("标题").FillAsync("浏览器里的第一议题");
        await page.GetByLabel("发表日期").FillAsync(Day.Today);
        await page.GetByLabel("学习文本").SelectOptionAsync("Full");
        await page.PressAsync("列入");
        await page.ClickAsync("text=浏览器里的第一议题");
        await page.GetByLabel("会议").SelectOptionAsync("PartyGroup");
        await page.GetByLabel("主持").FillAsync("组长");
        await page.GetByLabel("传达人").FillAsync("办公室主任");
        await page.GetByLabel("参加人数").FillAsync("9");
        await page.GetByLabel("结论").FillAsync("对照检查，抓好落实。");
        await page.PressAsync("加一条措施");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "内容", Exact = true }).FillAsync("列出清单");
        await page.PressAsync("登记");
        await Expect(page.GetByText("已学习", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("进展").FillAsync("清单已列出");
        await page.PressAsync("办结");
        await Expect(page.GetByText("已完成", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.TakeAsync("phone-first-topic");
    }

    [Fact]
    public async Task Plan_Amended_IsApprovedAndComparedWithTheVersionBefore()
    {
        const string Plan = "/units/xinxiang-jiaoti/plans/2023";
        var secretary = await web.AsAsync("jiaoti-secretary", at: $"{Plan}/edit");
        await secretary.GetByLabel("修订的理由").FillAsync("上级部署有调整");
        await secretary.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true }).First.FillAsync("浏览器里调整的主题");
        await secretary.PressAsync("提请组长审定");
        await Expect(secretary.GetByText("待审定的修订")).ToBeVisibleAsync();

        var leader = await web.AsAsync("jiaoti-leader", at: Plan);
        await leader.GetByLabel("审定会议").FillAsync("第2次党组会");
        await leader.PressAsync("同意修订");
        await Expect(leader.GetByText("待审定的修订")).ToHaveCountAsync(0);

        await secretary.GotoAsync($"{Plan}/versions");
        await Expect(secretary.GetByText("上级部署有调整").First).ToBeVisibleAsync();
        await Expect(secretary.GetByRole(AriaRole.Region, new() { Name = "与上一版比较" })).ToContainTextAsync("浏览器里调整的主题");
        await secretary.TakeAsync("plan-versions");
    }

    [Fact]
    public async Task Filing_OfAUnit_IsGivenMoreTimeAndPaused()
    {
        var office = await web.AsAsync("publicity", at: "/filings");
        var unit = office.GetByRole(AriaRole.Row).Filter(new() { HasText = "县农业农村局" });
        await unit.GetByRole(AriaRole.Button, new() { Name = "延期或暂停" }).ClickAsync();
        await office.GetByLabel("延期到").FillAsync(Day.Now.AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await office.GetByLabel("理由").FillAsync("班子调整");
        await office.PressAsync("延期");
        await Expect(unit).ToContainTextAsync("班子调整");

        await unit.GetByRole(AriaRole.Button, new() { Name = "延期或暂停" }).ClickAsync();
        await office.GetByLabel("理由").FillAsync("机构改革");
        await office.PressAsync("暂停计时");
        await Expect(unit).ToContainTextAsync("已暂停");
    }

    [Fact]
    public async Task Session_ThatCannotBe_IsMovedAndThenCancelled()
    {
        var session = await GivenSessions.NotifiedAsync(web, "nongye", "浏览器里改期的学习");
        var secretary = await web.AsAsync("nongye-secretary", Screen.Phone, at: $"/{session}");
        await secretary.ClickAsync("summary:has-text('延期')");
        await secretary.GetByLabel("改到哪天").FillAsync(Day.Now.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.GetByRole(AriaRole.Textbox, new() { Name = "理由", Exact = true }).FillAsync("与县里会议冲突");
        await secretary.PressAsync("延期");
        await Expect(secretary.GetByText("已延期", new() { Exact = true }).First).ToBeVisibleAsync();
        await secretary.ClickAsync("summary:has-text('取消学习')");
        await secretary.GetByLabel("取消的理由").FillAsync("并入下次学习");
        await secretary.PressAsync("取消学习");
        await Expect(secretary.GetByText("取消：并入下次学习")).ToBeVisibleAsync();
        await secretary.TakeAsync("phone-session-cancelled");
    }
}
