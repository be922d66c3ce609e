using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What units give to the bulletin, and what its desk does with it.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class BulletinDeskTests(DemoWeb web)
{
    private const string Practice = "浏览器里推荐的做法";

    [Fact]
    public async Task Practice_ProposedByAUnit_IsChosenForTheBulletin()
    {
        var secretary = await web.AsAsync("xiaoji-secretary", at: "/units/xinxiang-xiaoji/practiceProposals");
        await secretary.GetByLabel("标题").FillAsync(Practice);
        await secretary.GetByRole(AriaRole.Textbox, new() { Name = "做法", Exact = true }).FillAsync("每次研讨都带着一个本镇的问题。");
        await secretary.PressAsync("提交");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = Practice })).ToBeVisibleAsync();

        var office = await web.AsAsync("publicity", at: "/bulletins");
        await office.GetByLabel("年度").FillAsync("2024");
        await office.GetByLabel("上半年填 1").FillAsync("1");
        await office.PressAsync("起草");
        var proposed = office.GetByRole(AriaRole.Group, new() { NameRegex = new(Practice) });
        await office.GetByLabel("总体情况").FillAsync("正在填写的内容");
        await proposed.GetByRole(AriaRole.Button, new() { Name = "选入通报", Exact = true }).ClickAsync();
        await Expect(office.GetByLabel("做法 1")).ToHaveValueAsync("每次研讨都带着一个本镇的问题。");
        await Expect(office.GetByLabel("总体情况")).ToHaveValueAsync("正在填写的内容");
        await office.TakeAsync("bulletin-desk");
    }

    [Fact]
    public async Task SelfReport_ObjectedTo_IsAnsweredAndConfirmed()
    {
        const string Page = "/units/xinxiang-qiliying/selfReports/2024-1";
        var secretary = await web.AsAsync("qiliying-secretary", Screen.Phone, at: Page);
        await secretary.GetByLabel("异议的理由").FillAsync("少记了一次学习");
        await secretary.PressAsync("提出异议");
        await Expect(secretary.GetByText("少记了一次学习").First).ToBeVisibleAsync();
        await secretary.TakeAsync("phone-self-report");

        var office = await web.AsAsync("publicity", at: "/selfReports?period=2024-1");
        await office.ClickAsync("main a:has-text('七里营镇')");
        await office.GetByLabel("答复").FillAsync("已补记");
        await office.PressAsync("答复");
        await Expect(office.GetByText("已答复", new() { Exact = true }).First).ToBeVisibleAsync();

        await secretary.ReloadAsync();
        await secretary.PressAsync("确认数字无误");
        await Expect(secretary.GetByText("已确认", new() { Exact = true }).First).ToBeVisibleAsync();
    }
}
