using Microsoft.Playwright;
using StudySuite.Testing;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>The day of a session, and what is put right after it.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class SessionDayTests(DemoWeb web)
{
    [Fact]
    public async Task SignIn_ByTheDigitsOfTheScreen_StandsOnTheRollOnceItIsOpened()
    {
        await web.RuleAsync("attendance.qr_sign_in", "true");
        var session = $"/{await GivenSessions.HeldAsync(web, "xx", "浏览器里扫码的学习")}";
        var member = await web.AsAsync("xx-m01", Screen.Phone, at: session);
        var card = member.GetByRole(AriaRole.Region, new() { Name = "签到", Exact = true });
        await Expect(card).ToHaveCountAsync(0);

        var secretary = await web.AsAsync("xx-secretary", at: $"{session}/screen");
        await Wait.UntilAsync(() => OpensAsync(secretary), "the new rule has arrived, and the screen opens");
        await Expect(secretary.GetByAltText("签到二维码")).ToBeVisibleAsync();
        await secretary.TakeAsync("sign-in-screen");

        await member.ReloadAsync();
        await member.GetByLabel("屏幕上的 8 位数字").FillAsync("00000000");
        await card.GetByRole(AriaRole.Button, new() { Name = "签到" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await member.GetByLabel("屏幕上的 8 位数字").FillAsync(await DigitsAsync(secretary));
        await card.GetByRole(AriaRole.Button, new() { Name = "签到" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("到会");
        await member.TakeAsync("phone-signed-in");

        await secretary.PressAsync("结束扫码签到");
        await Expect(secretary.GetByRole(AriaRole.Button, new() { Name = "开启扫码签到" })).ToBeVisibleAsync();
        await secretary.GotoAsync($"{session}/roll");
        await Expect(secretary.GetByRole(AriaRole.Status).First).ToContainTextAsync("实到 1");
        await web.RuleAsync("attendance.qr_sign_in", "false");
    }

    [Fact]
    public async Task Roll_ClosedTooEarly_IsOpenedAgainWithTheReason()
    {
        var session = $"/{await GivenSessions.HeldAsync(web, "kegong", "浏览器里重新登记的学习")}";
        var secretary = await web.AsAsync("kegong-secretary", Screen.Phone, at: $"{session}/roll");
        await secretary.PressAsync("其余都到会");
        await Expect(secretary.GetByRole(AriaRole.Status).First).ToContainTextAsync("未登记 0");
        await secretary.PressAsync("结束登记");
        await secretary.ClickAsync("summary:has-text('重新打开登记')");
        await secretary.Locator("details").GetByRole(AriaRole.Button, new() { Name = "重新打开登记" }).ClickAsync();
        await Expect(secretary.Locator("details .fault")).ToBeVisibleAsync();
        await secretary.GetByRole(AriaRole.Textbox, new() { Name = "理由", Exact = true }).FillAsync("有一人中途离会");
        await secretary.Locator("details").GetByRole(AriaRole.Button, new() { Name = "重新打开登记" }).ClickAsync();
        await Expect(secretary.GetByText("登记中", new() { Exact = true })).ToBeVisibleAsync();

        var first = secretary.Locator(".choices").First;
        await first.GetByRole(AriaRole.Button, new() { Name = "公务", Exact = true }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Button, new() { Name = "公务", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await secretary.PressAsync("结束登记");
        await Expect(secretary.GetByText("已结束登记", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Session_EnteredWithTheWrongTopic_IsCorrected()
    {
        var session = $"/{await GivenSessions.HeldAsync(web, "kegong", "浏览器里写错的主题")}";
        var secretary = await web.AsAsync("kegong-secretary", at: session);
        await secretary.ClickAsync("summary:has-text('更正')");
        await secretary.GetByLabel("更正后的主题").FillAsync("浏览器里写对的主题");
        await secretary.PressAsync("更正");
        await Expect(secretary.Locator("details .fault")).ToBeVisibleAsync();
        await secretary.GetByLabel("更正的理由").FillAsync("录入有误");
        await secretary.PressAsync("更正");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = "浏览器里写对的主题" })).ToBeVisibleAsync();
    }

    private static async Task<bool> OpensAsync(IPage secretary)
    {
        var close = secretary.GetByRole(AriaRole.Button, new() { Name = "结束扫码签到" });
        await secretary.PressAsync("开启扫码签到");
        await close.Or(secretary.Locator(".mud-alert")).First.WaitForAsync();
        return await close.IsVisibleAsync();
    }

    private static async Task<string> DigitsAsync(IPage secretary)
    {
        var text = await secretary.GetByText("手工输入：").InnerTextAsync();
        return text[(text.IndexOf('：', StringComparison.Ordinal) + 1)..].Trim();
    }
}
