using System.Globalization;
using Microsoft.Playwright;
using StudySuite.Documents;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Excel sheets: what is wrong is shown row by row first, and nothing is taken before it is confirmed.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class ImportTests(DemoWeb web)
{
    [Fact]
    public async Task Plan_OfASheet_TakesTheItemsOnceTheyAreRight()
    {
        var page = await web.AsAsync("nongye-secretary", at: $"/units/xinxiang-nongye/plans/{NextYear}/edit");
        await page.PressAsync("加一个条目");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true }).FillAsync("由表格代替的条目");
        await page.PressAsync("保存");
        await page.GotoAsync($"/units/xinxiang-nongye/plans/{NextYear}");
        await page.ClickAsync("summary:has-text('从 Excel 导入条目')");
        var template = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=下载模板"));
        Assert.EndsWith(".xlsx", template.SuggestedFilename, StringComparison.Ordinal);

        await page.GetByLabel("文件").SetInputFilesAsync(PlanOf("没有的形式"));
        await Expect(page.GetByText("共 2 行，2 处有误")).ToBeVisibleAsync();
        await page.TakeAsync("plan-import");
        await page.GetByLabel("文件").SetInputFilesAsync(PlanOf("集体研讨"));
        await Expect(page.GetByText("现有条目将由表中的 2 条代替。")).ToBeVisibleAsync();
        await page.PressAsync("确认导入");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "浏览器里导入的专题一" })).ToBeVisibleAsync();
        await Expect(page.GetByText("由表格代替的条目")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Roster_OfASheet_AddsItsUnits()
    {
        var admin = await web.AsAsync("admin", at: "/import");
        await admin.GetByLabel("文件").SetInputFilesAsync(UnitOf("没有的类别"));
        await Expect(admin.GetByRole(AriaRole.Row).Filter(new() { HasText = "单位类别" })).ToBeVisibleAsync();
        await admin.GetByLabel("文件").SetInputFilesAsync(UnitOf("党组"));
        await Expect(admin.GetByText("共 1 行：新增 1")).ToBeVisibleAsync();
        await admin.TakeAsync("roster-import");
        await admin.PressAsync("确认导入");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "已导入" })).ToBeVisibleAsync();
        await admin.GotoAsync("/units/xinxiang-liulanqi");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { NameRegex = new("浏览器里导入的单位") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Sheet_OverTheLimit_IsRefusedAtItsFieldAndTheNextOneIsTaken()
    {
        var admin = await web.AsAsync("admin", at: "/import");
        await admin.GetByLabel("文件").SetInputFilesAsync(
            new FilePayload { Name = "太大.xlsx", MimeType = Xlsx, Buffer = new byte[(3 * 1_024 * 1_024) + 1] });
        await Expect(admin.GetByText("文件超过 3 MB。")).ToBeVisibleAsync();
        await admin.GetByLabel("文件").SetInputFilesAsync(UnitOf("没有的类别"));
        await Expect(admin.GetByText("文件超过 3 MB。")).ToHaveCountAsync(0);
        await Expect(admin.GetByRole(AriaRole.Row).Filter(new() { HasText = "单位类别" })).ToBeVisibleAsync();
    }

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static string NextYear => Day.Now.AddYears(1).Year.ToString(CultureInfo.InvariantCulture);

    private static FilePayload PlanOf(string form) => FileOf("计划.xlsx", new Table("计划项", Columns("月份", "学习主题", "学习形式"))
        .Row(3, "浏览器里导入的专题一", form)
        .Row(6, "浏览器里导入的专题二", form));

    private static FilePayload UnitOf(string kind) => FileOf("单位.xlsx", new Table("单位", Columns("单位编码", "单位名称", "单位类别", "级别", "上级编码"))
        .Row("xinxiang-liulanqi", "浏览器里导入的单位", kind, "乡科级", "xinxiang"));

    private static Column[] Columns(params string[] heads) => [.. heads.Select(head => new Column(head))];

    private static FilePayload FileOf(string name, Table table) => new() { Name = name, MimeType = Xlsx, Buffer = table.ToXlsx() };
}
