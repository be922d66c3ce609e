using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>A session from its first line to the archive's door, clicked through by those whose duty it is.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class SessionFlowTests(DemoWeb web)
{
    private const string Unit = "xinxiang-kegong";

    [Fact]
    public async Task Session_ClickedThroughByRoles_ReachesItsRecord()
    {
        var secretary = await web.AsAsync("kegong-secretary");
        await CreateAsync(secretary, "浏览器里走完的一次学习");
        await SubmitSchemeAsync(secretary);

        var leader = await web.AsAsync("kegong-leader");
        await leader.ClickAsync("text=浏览器里走完的一次学习");
        await leader.PressAsync("审定方案");
        await Expect(leader.GetByText("方案已审定").First).ToBeVisibleAsync();

        await secretary.ReloadAsync();
        await secretary.PressAsync("发出通知");
        await Expect(secretary.GetByText("登记考勤").First).ToBeVisibleAsync();
        await secretary.PressAsync("确认已举行");
        await Expect(secretary.GetByText("填写记录").First).ToBeVisibleAsync();

        await secretary.ClickAsync("text=登记考勤");
        await secretary.PressAsync("其余都到会");
        await Expect(secretary.GetByRole(AriaRole.Status).First).ToContainTextAsync("未登记 0");
        await secretary.PressAsync("结束登记");
        await Expect(secretary.GetByText("已结束登记").First).ToBeVisibleAsync();
        await secretary.TakeAsync("roll");

        await secretary.ClickAsync("text=返回");
        await secretary.ClickAsync("text=填写记录");
        await secretary.GetByLabel("学习内容").FillAsync("原原本本学习，逐段讨论。");
        await secretary.GetByLabel("结论").FillAsync("形成三条措施。");
        await secretary.PressAsync("提交记录");
        await Expect(secretary.GetByText("已保存").First).ToBeVisibleAsync();
        await secretary.ClickAsync("text=返回");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { NameRegex = new("^七有") })).ToBeVisibleAsync();
        await Expect(secretary.GetByText("已记录").First).ToBeVisibleAsync();
        await secretary.TakeAsync("session");
    }

    [Fact]
    public async Task Session_WithoutTopic_ShowsTheReasonAtItsField()
    {
        var page = await web.AsAsync("kegong-secretary");
        await page.GotoAsync($"/units/{Unit}/sessions/new");

        await page.PressAsync("建立");

        await Expect(Topic(page)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".field .fault").First).ToBeVisibleAsync();
    }

    private static ILocator Topic(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true });

    private static async Task CreateAsync(IPage page, string topic)
    {
        await page.GotoAsync($"/units/{Unit}/sessions/new");
        await page.GetByLabel("计划外的理由").FillAsync("上级部署的临时任务");
        await Topic(page).FillAsync(topic);
        await page.GetByLabel("计划日期").FillAsync(Day.Today);
        await page.GetByLabel("研讨", new() { Exact = true }).CheckAsync();
        await page.PressAsync("建立");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = topic })).ToBeVisibleAsync();
    }

    private static async Task SubmitSchemeAsync(IPage page)
    {
        await page.ClickAsync("text=拟定方案");
        await page.GetByLabel("开始时间").FillAsync($"{Day.Today}T09:00");
        await page.GetByLabel("结束时间").FillAsync($"{Day.Today}T11:30");
        await page.GetByLabel("地点").FillAsync("三楼会议室");
        await page.GetByLabel("主持").FillAsync("组长");
        await page.PressAsync("加一项议程");
        await page.GetByLabel("内容", new() { Exact = true }).FillAsync("领学原文");
        await page.GetByLabel("重点发言人").FillAsync("成员01\n成员02");
        await page.GetByLabel("书目").FillAsync("学习资料汇编");
        await page.PressAsync("提请组长审定");
        await Expect(page.GetByText("方案待审定").First).ToBeVisibleAsync();
    }}
