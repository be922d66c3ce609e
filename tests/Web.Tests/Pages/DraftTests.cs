using Microsoft.Playwright;
using StudySuite.Testing;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Nothing that was typed is lost: not with the connection, not to somebody who saved first.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class DraftTests(DemoWeb web)
{
    private const string New = "/units/xinxiang-weijian/plans/2031/edit";

    [Fact]
    public async Task Form_BrowserClosedBeforeSaving_IsOfferedAgain()
    {
        var page = await web.AsAsync("weijian-secretary", at: New);
        await page.GetByLabel("指导思想").FillAsync("还没有保存的一句话");
        // The draft is on disk once the page has been quiet for a moment; the test waits for what it would find there.
        await KeptAsync();
        await page.Context.CloseAsync();

        var again = await web.AsAsync("weijian-secretary", at: New);
        await again.PressAsync("接着填写");

        await Expect(again.GetByLabel("指导思想")).ToHaveValueAsync("还没有保存的一句话");
    }

    [Fact]
    public async Task Plan_SavedByAnotherFirst_KeepsBoth()
    {
        const string plan = "/units/xinxiang-caizheng/plans/2032";
        var first = await web.AsAsync("caizheng-secretary", at: $"{plan}/edit");
        await first.GetByLabel("指导思想").FillAsync("最初的");
        await first.PressAsync("加一个条目");
        await first.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true }).FillAsync("党的创新理论");
        await first.PressAsync("保存");
        await Expect(first.GetByText("最初的")).ToBeVisibleAsync();

        var second = await web.AsAsync("caizheng-secretary", at: $"{plan}/edit");
        await Expect(second.GetByLabel("指导思想")).ToHaveValueAsync("最初的");
        await first.GotoAsync($"{plan}/edit");
        await first.GetByLabel("指导思想").FillAsync("先存的一句");
        await first.PressAsync("保存");
        await Expect(first.GetByText("先存的一句")).ToBeVisibleAsync();
        await second.GetByLabel("指导思想").FillAsync("后存的一句");
        await second.PressAsync("保存");

        await Expect(TheirsOf(second)).ToContainTextAsync("先存的一句");
        await Expect(second.GetByLabel("指导思想")).ToHaveValueAsync("后存的一句");
        await second.PressAsync("以我填写的为准保存");
        await Expect(second.GetByText("后存的一句")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Record_WrittenInTwoBrowsers_KeepsBothAndTellsBoth()
    {
        var record = $"/{await GivenSessions.HeldAsync(web, "caizheng", "两个浏览器里的一次学习")}/record";
        var first = await web.AsAsync("caizheng-secretary", at: record);
        var second = await web.AsAsync("caizheng-secretary", at: record);
        await first.GetByLabel("学习内容").FillAsync("先写的记录");
        await first.PressAsync("加一位发言");
        await first.PressAsync("加一位发言");
        await second.GetByLabel("学习内容").FillAsync("后写的记录");
        var removes = first.GetByRole(AriaRole.Button, new() { Name = "去掉这位" });
        await Expect(removes).ToHaveCountAsync(2);
        await removes.Last.ClickAsync();
        await Expect(removes).ToHaveCountAsync(1);
        await first.GetByLabel("发言人").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await first.GetByLabel("要点").FillAsync("先记的发言");
        await first.PressAsync("保存");
        await Expect(first.GetByText("已保存").First).ToBeVisibleAsync();

        await second.PressAsync("保存");
        await Expect(TheirsOf(second)).ToContainTextAsync("先写的记录");
        await Expect(TheirsOf(second)).ToContainTextAsync("先记的发言");
        await Expect(second.GetByLabel("学习内容")).ToHaveValueAsync("后写的记录");
        await second.PressAsync("以我填写的为准保存");
        await Expect(TheirsOf(second)).ToHaveCountAsync(0);

        await first.GetByLabel("学习内容").FillAsync("又改的记录");
        await first.PressAsync("保存");
        await Expect(TheirsOf(first)).ToContainTextAsync("后写的记录");
        await Expect(first.GetByLabel("学习内容")).ToHaveValueAsync("又改的记录");
        await first.PressAsync("改用他人的内容");
        await Expect(first.GetByLabel("学习内容")).ToHaveValueAsync("后写的记录");
    }

    private static ILocator TheirsOf(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "他人已保存的内容" });

    private async Task KeptAsync()
    {
        var other = await web.AsAsync("weijian-secretary");
        await Wait.UntilAsync(async () =>
        {
            await other.GotoAsync(New);
            await other.GetByLabel("指导思想").WaitForAsync();
            return await other.GetByText("上次没有保存的内容还在。").CountAsync() > 0;
        }, "the draft is kept");
        await other.Context.CloseAsync();
    }
}
