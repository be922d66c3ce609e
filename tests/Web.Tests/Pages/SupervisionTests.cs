using System.Globalization;
using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>A sit-in is planned, a problem goes its way to a notice, and the time for the report is moved.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class SupervisionTests(DemoWeb web)
{
    [Fact]
    public async Task Observation_PlannedByTheOffice_StandsInTheCalendarOfTheUnit()
    {
        var office = await web.AsAsync("publicity", at: "/observations/new");
        await office.GetByLabel("旁听哪个单位").SelectOptionAsync("xinxiang-hehe");
        await office.PressAsync("observer");
        await office.GetByLabel("旁听要点").FillAsync("研讨是否联系实际");
        await office.PressAsync("安排");
        await office.PressAsync("告知单位");
        await Expect(office.GetByText("已告知", new() { Exact = true }).First).ToBeVisibleAsync();
        await office.TakeAsync("observation-new");

        await office.GotoAsync("/observations/calendar");
        await Expect(office.GetByText("合河乡").First).ToBeVisibleAsync();

        var secretary = await web.AsAsync("hehe-secretary", at: "/observations");
        await secretary.ClickAsync("main a:has-text('合河乡')");
        await Expect(secretary.GetByLabel("旁听的学习")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rectification_MoreTimeAskedFor_IsGrantedAndPaused()
    {
        var office = await web.AsAsync("supervision");
        await EnterAsync(office, "浏览器里登记的问题");
        await office.ClickAsync("text=拟发整改通知书");
        await office.GetByLabel("整改要求").FillAsync("按规定归档");
        await office.GetByLabel("依据").FillAsync("专项督查");
        await office.PressAsync("建立");
        await office.PressAsync("发出通知书");
        await Expect(office.GetByText("待签收", new() { Exact = true }).First).ToBeVisibleAsync();
        var notice = new Uri(office.Url).AbsolutePath;

        var secretary = await web.AsAsync("guguzhai-secretary", Screen.Phone, at: notice);
        await secretary.ClickAsync("summary:has-text('申请延期')");
        await secretary.GetByLabel("延期到").FillAsync(In(90));
        await secretary.GetByLabel("理由").FillAsync("需要时间查找旧档");
        await secretary.PressAsync("申请延期");
        await Expect(secretary.GetByText("待批", new() { Exact = true })).ToBeVisibleAsync();
        await secretary.TakeAsync("phone-extension");

        await office.ReloadAsync();
        await office.PressAsync("同意延期");
        await Expect(office.GetByText("已同意", new() { Exact = true })).ToBeVisibleAsync();
        await office.ClickAsync("summary:has-text('暂停计时')");
        await office.GetByLabel("暂停的理由").FillAsync("等待上级答复");
        await office.PressAsync("暂停计时");
        await Expect(office.GetByText("已暂停", new() { Exact = true })).ToBeVisibleAsync();
        await office.TakeAsync("rectification-time");
        await office.PressAsync("恢复计时");
        await Expect(office.GetByText("已暂停", new() { Exact = true })).ToHaveCountAsync(0);
    }

    private static async Task EnterAsync(IPage page, string text)
    {
        await page.GotoAsync("/problems/new");
        await page.GetByLabel("单位").SelectOptionAsync("xinxiang-guguzhai");
        await page.GetByLabel("来源").SelectOptionAsync("SpecialSupervision");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "问题", Exact = true }).FillAsync(text);
        await page.GetByLabel("类别").FillAsync("档案管理");
        await page.PressAsync("登记");
        await Expect(page.GetByText(text).First).ToBeVisibleAsync();
    }

    private static string In(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
