using Microsoft.Playwright;
using StudySuite.Documents;
using StudySuite.Testing;
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
        await page.GetByLabel("出自哪份报告").SelectOptionAsync(new SelectOptionValue { Label = "浏览器里的一次调研" });
        await page.PressAsync("登记转化");
        var use = page.GetByRole(AriaRole.Region, new() { Name = "成果转化" }).GetByRole(AriaRole.Row);
        await Expect(use).ToContainTextAsync("第3次党组会");
        await Expect(use.GetByRole(AriaRole.Link, new() { Name = "调研报告" })).ToBeVisibleAsync();
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

    [Fact]
    public async Task Activities_OfASheet_AreShownWhatIsWrongWithAndThenTaken()
    {
        var page = await web.AsAsync("nongye-secretary", at: $"{Unit}/activities");
        await page.ClickAsync("summary:has-text('从 Excel 导入活动')");
        var template = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=下载模板"));
        Assert.EndsWith(".xlsx", template.SuggestedFilename, StringComparison.Ordinal);

        await page.GetByLabel("文件").SetInputFilesAsync(Sheet("浏览器里导入的宣讲", "没有的类别"));
        await Expect(page.GetByText("共 1 行，1 处有误")).ToBeVisibleAsync();
        // The head of the list below names the kind too.
        var problems = page.GetByRole(AriaRole.Region, new() { Name = "问题", Exact = true });
        await Expect(problems.GetByRole(AriaRole.Row).Filter(new() { HasText = "类别" })).ToContainTextAsync("2");
        await page.TakeAsync("activity-import");
        await page.GetByLabel("文件").SetInputFilesAsync(Sheet("浏览器里导入的宣讲", "常态化理论宣讲"));
        await page.PressAsync("确认导入");
        await Expect(page.GetByText("已导入 1 行")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "浏览器里导入的宣讲" })).ToBeVisibleAsync();
        await page.TakeAsync("activities");
    }

    [Fact]
    public async Task Lecture_OfSomebodyFromOutside_IsNamedByTheUnitAndFiled()
    {
        var office = await web.AsAsync("publicity", at: "/units/xinxiang/lecturers");
        await office.GetByLabel("姓名").FillAsync("浏览器里的专家");
        await office.GetByLabel("工作单位").FillAsync("省委党校");
        await office.GetByLabel("专长").FillAsync("乡村振兴\n县域经济");
        await office.PressAsync("保存");
        await Expect(office.GetByRole(AriaRole.Row).Filter(new() { HasText = "浏览器里的专家" })).ToContainTextAsync("外请");
        await office.TakeAsync("lecturers");

        var secretary = await web.AsAsync("nongye-secretary", at: $"{Unit}/sessions/new");
        await secretary.GetByLabel("计划外的理由").FillAsync("上级部署的临时任务");
        await Text(secretary, "主题").FillAsync("浏览器里的辅导报告会");
        await secretary.GetByLabel("计划日期").FillAsync(Day.Today);
        await secretary.GetByLabel("专题辅导", new() { Exact = true }).CheckAsync();
        await secretary.PressAsync("建立");
        await secretary.ClickAsync("summary:has-text('登记辅导人')");
        await secretary.GetByLabel("辅导人").SelectOptionAsync(new SelectOptionValue { Label = "浏览器里的专家（省委党校）" });
        await secretary.GetByLabel("讲题").FillAsync("乡村全面振兴");
        await secretary.PressAsync("保存辅导报告");
        await Expect(secretary.GetByText("未备案", new() { Exact = true })).ToBeVisibleAsync();
        await secretary.TakeAsync("session-lecture");

        await office.GotoAsync($"{Unit}/lectures");
        var row = office.GetByRole(AriaRole.Row).Filter(new() { HasText = "浏览器里的辅导报告会" });
        await row.GetByRole(AriaRole.Button, new() { Name = "登记备案" }).ClickAsync();
        await office.GetByLabel("备案编号").FillAsync("新宣讲备〔浏览器〕1号");
        await office.GetByLabel("备案日期").FillAsync(Day.Today);
        await office.Locator("button.command").Filter(new() { HasText = "登记备案" }).ClickAsync();
        await Expect(row).ToContainTextAsync("新宣讲备〔浏览器〕1号");
        await office.TakeAsync("lectures");
    }

    [Fact]
    public async Task Ledgers_OfAYear_ComeAsWorkbooksAndAsAPage()
    {
        var office = await web.AsAsync("publicity", at: "/ledgers?year=2023");
        var names = new List<string>();
        foreach (var ledger in await office.GetByRole(AriaRole.Link, new() { NameRegex = new("Excel 表$") }).AllAsync())
        {
            var taken = await office.RunAndWaitForDownloadAsync(() => ledger.ClickAsync());
            Assert.Null(await taken.FailureAsync());
            names.Add(taken.SuggestedFilename);
        }

        Assert.Equal(6, names.Distinct().Count());
        Assert.All(names, name => Assert.EndsWith(".xlsx", name, StringComparison.Ordinal));
        await office.TakeAsync("ledgers");

        await office.GetByLabel("单位").SelectOptionAsync("xinxiang-kegong");
        var page = await office.RunAndWaitForPopupAsync(() => office.ClickAsync("a[aria-label='第一议题台账 打印页']"));
        await Expect(page.GetByText("县科工局").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SelfStudyPlan_OfAMember_IsSeenByOthersWhenItIsShown()
    {
        const string Page = "/units/xinxiang/selfStudyPlans";
        var member = await web.AsAsync("xx-m01", Screen.Phone, at: Page);
        await member.PressAsync("加一项");
        await member.GetByLabel("学习内容").First.FillAsync("浏览器里的自学内容");
        await member.GetByLabel("学习内容").Last.FillAsync("第二项");
        await member.GetByLabel("让本组的人看到").CheckAsync();
        await member.PressAsync("保存");
        await Expect(member.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true })).ToBeVisibleAsync();
        await member.TakeAsync("phone-self-study");

        var leader = await web.AsAsync("xx-leader", at: Page);
        await Expect(leader.GetByText("浏览器里的自学内容")).ToBeVisibleAsync();
        await leader.TakeAsync("self-study");
    }

    [Fact]
    public async Task Ranking_IsShownOnlyWhileTheRulebookHasItOn()
    {
        var office = await web.AsAsync("publicity", at: "/statistics");
        await office.GetByRole(AriaRole.Link, new() { Name = "单位排名" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Region, new() { Name = "排名未开启" })).ToBeVisibleAsync();
        await Expect(office.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await office.TakeAsync("ranking-off");

        await web.RuleAsync("bulletin.ranking", "true");
        await Wait.UntilAsync(() => IsRankedAsync(office), "the units are ranked");
        await Expect(office.GetByRole(AriaRole.Note)).ToContainTextAsync("不得");
        await office.TakeAsync("ranking");
        await web.RuleAsync("bulletin.ranking", "false");
        await Wait.UntilAsync(async () => !await IsRankedAsync(office), "the ranking is off again");
    }

    private static async Task<bool> IsRankedAsync(IPage page)
    {
        await page.GotoAsync("/ranking?year=2023");
        await page.WaitForSelectorAsync("main .card");
        return await page.GetByRole(AriaRole.Note).CountAsync() > 0;
    }

    private static ILocator Text(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    private static FilePayload Sheet(string title, string kind)
    {
        var table = new Table("学习活动", [.. new[] { "类别", "题目", "日期", "团队", "听众人数" }.Select(head => new Column(head))])
            .Row(kind, title, Day.Today, "百姓宣讲团", 60);
        return new FilePayload { Name = "活动.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = table.ToXlsx() };
    }
}
