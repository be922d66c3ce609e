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
        var page = await web.AsAsync("weijian-secretary");
        await page.GotoAsync(New);
        await page.GetByLabel("指导思想").FillAsync("还没有保存的一句话");
        // The draft is on disk once the page has been quiet for a moment; the test waits for what it would find there.
        await KeptAsync();
        await page.Context.CloseAsync();

        var again = await web.AsAsync("weijian-secretary");
        await again.GotoAsync(New);
        await again.PressAsync("接着填写");

        await Expect(again.GetByLabel("指导思想")).ToHaveValueAsync("还没有保存的一句话");
    }

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
