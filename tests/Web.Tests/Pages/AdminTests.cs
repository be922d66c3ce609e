using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What administrators and leaders set up by themselves.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class AdminTests(DemoWeb web)
{
    [Fact]
    public async Task Deputy_MadeByTheAdministrator_ActsForTheLeader()
    {
        var admin = await web.AsAsync("admin", at: "/people/new");
        await admin.GetByLabel("姓名").FillAsync("浏览器里的副组长");
        await admin.GetByLabel("用户名").FillAsync("browser-deputy");
        await admin.GetByLabel("人员代码").FillAsync("browser-deputy");
        await admin.PressAsync("建立");
        await Expect(admin.GetByText("一次性密码")).ToBeVisibleAsync();

        await admin.GotoAsync("/units/xinxiang-dazhaoying");
        await admin.ClickAsync("summary:has-text('增加成员')");
        await admin.GetByLabel("人员代码").FillAsync("browser-deputy");
        await admin.GetByLabel("角色").SelectOptionAsync("Deputy");
        await admin.GetByLabel("类别").SelectOptionAsync("Full");
        await admin.PressAsync("增加成员");
        await Expect(admin.GetByText("浏览器里的副组长").First).ToBeVisibleAsync();
        await admin.TakeAsync("unit");

        var leader = await web.AsAsync("dazhaoying-leader", Screen.Phone, at: "/units/xinxiang-dazhaoying/delegations");
        await leader.GetByRole(AriaRole.Combobox, new() { Name = "副组长" }).SelectOptionAsync("people/browser-deputy");
        await DayOf(leader, "到").FillAsync(await DayOf(leader, "从").InputValueAsync());
        await leader.GetByLabel("事由").FillAsync("外出学习");
        await leader.PressAsync("委托");
        await Expect(leader.GetByRole(AriaRole.Button, new() { Name = "收回", Exact = true })).ToBeVisibleAsync();
        await leader.TakeAsync("phone-delegation");
    }

    [Fact]
    public async Task Channel_MadeByTheAdministrator_IsTurnedOnAndOff()
    {
        var admin = await web.AsAsync("admin", at: "/channels/new");
        await admin.GetByLabel("名称").FillAsync("浏览器里的渠道");
        await admin.GetByLabel("类别").SelectOptionAsync("Webhook");
        await admin.GetByLabel("地址").FillAsync("http://127.0.0.1:9/hook");
        await admin.GetByLabel("密钥", new() { Exact = true }).FillAsync("a-secret-of-the-tests-long-enough");
        await admin.PressAsync("保存");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { NameRegex = new("浏览器里的渠道") })).ToBeVisibleAsync();
        await admin.PressAsync("开启");
        await Expect(admin.GetByText("已开启", new() { Exact = true })).ToBeVisibleAsync();
        await admin.PressAsync("关闭");
        await Expect(admin.GetByText("已关闭", new() { Exact = true })).ToBeVisibleAsync();
        await admin.TakeAsync("channels");
    }

    [Fact]
    public async Task Check_Concluded_GivesItsFindingAsAProblem()
    {
        var office = await web.AsAsync("supervision", at: "/checks/new");
        await office.GetByLabel("单位").SelectOptionAsync("xinxiang-hehe");
        await office.GetByLabel("标题").FillAsync("浏览器里的检查");
        await office.GetByLabel("检查情况").FillAsync("查阅台账，访谈成员。");
        await office.PressAsync("加一个问题");
        await office.GetByLabel("发现的问题").FillAsync("研讨发言没有留档");
        await office.GetByRole(AriaRole.Textbox, new() { Name = "类别", Exact = true }).FillAsync("档案管理");
        await office.PressAsync("保存");
        await office.PressAsync("定稿");
        await office.PressAsync("立为问题");
        await Expect(office.GetByText("已立问题", new() { Exact = true })).ToBeVisibleAsync();
        await office.TakeAsync("check");
    }

    [Fact]
    public async Task Assessment_Evaluated_ShowsItsLinesToTheUnit()
    {
        var office = await web.AsAsync("publicity", at: "/scoreSchemes");
        await office.GetByLabel("以范例为底稿").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.GetByLabel("标题").FillAsync("浏览器里的考核办法");
        await office.PressAsync("建立");
        var made = office.GetByRole(AriaRole.Region, new() { Name = "浏览器里的考核办法" });
        await made.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
        await office.GetByLabel("考核内容").First.FillAsync("浏览器里改过的一项");
        await office.PressAsync("保存");
        await Expect(office.GetByText("已保存").First).ToBeVisibleAsync();
        // The note stands there: it does not fade in for who asked for less motion, as the tests' browser does.
        Assert.Empty(await office.SeriousAsync());
        await office.TakeAsync("score-scheme");
        await office.ClickAsync("text=返回");
        await made.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await office.GotoAsync("/assessments");
        await office.GetByLabel("单位").SelectOptionAsync("xinxiang-langgongmiao");
        await office.Locator("select:has(option:has-text('浏览器里的考核办法'))").SelectOptionAsync(
            new SelectOptionValue { Label = $"{TimeProvider.System.GetLocalNow().Year} 浏览器里的考核办法" });
        await office.PressAsync("发起");
        await office.PressAsync("按记录核算");
        await Expect(office.GetByText("已核算", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(office.GetByText("浏览器里改过的一项").First).ToBeVisibleAsync();
        await office.TakeAsync("assessment");
    }

    private static ILocator DayOf(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });
}
