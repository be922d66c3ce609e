using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>News appear while a page is open.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class LiveTests(DemoWeb web)
{
    [Fact]
    public async Task Inbox_SomethingHappens_ShowsItWithoutReload()
    {
        var publicity = await web.AsAsync("publicity");
        await publicity.ClickAsync("a.bell");
        var items = publicity.Locator("ul.inbox > li");
        await Expect(publicity.GetByRole(AriaRole.Heading, new() { Name = "消息" })).ToBeVisibleAsync();
        await publicity.WaitForFunctionAsync("() => !document.querySelector('.busy')");
        var before = await publicity.Locator("ul.inbox > li.unread").CountAsync();

        var member = await web.AsAsync("xx-m01");
        await member.GotoAsync("/suggestions");
        await member.GetByLabel("内容").FillAsync("建议增加现场教学");
        await member.PressAsync("提交");
        await Expect(member.GetByText("建议增加现场教学").First).ToBeVisibleAsync();

        await Expect(publicity.Locator("ul.inbox > li.unread")).ToHaveCountAsync(before + 1);
        await Expect(items.First).ToHaveClassAsync("unread");
        await Expect(publicity.Locator(".badge")).ToBeVisibleAsync();
    }
}
