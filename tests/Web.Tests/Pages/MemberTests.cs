using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What a member does on the phone, and who answers.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class MemberTests(DemoWeb web)
{
    [Fact]
    public async Task Activity_OfAMember_IsCommentedOnAndWithdrawn()
    {
        var member = await web.AsAsync("xx-m01", Screen.Phone, at: "/my");
        await member.GetByLabel("日期").FillAsync(Day.Today);
        await member.GetByLabel("标题").FillAsync("浏览器里写的心得");
        await member.GetByLabel("正文").FillAsync("联系实际学，学了就要用。");
        await member.PressAsync("登记");
        await member.ClickAsync("text=浏览器里写的心得");
        await Expect(member.GetByRole(AriaRole.Heading, new() { Name = "浏览器里写的心得" })).ToBeVisibleAsync();

        var secretary = await web.AsAsync("xx-secretary", at: new Uri(member.Url).AbsolutePath);
        await secretary.GetByLabel("点评").FillAsync("写得实在");
        await secretary.PressAsync("发表点评");
        await Expect(secretary.GetByText("写得实在").First).ToBeVisibleAsync();

        await member.ReloadAsync();
        await Expect(member.GetByText("写得实在").First).ToBeVisibleAsync();
        await member.GetByLabel("撤回的理由").FillAsync("重写");
        await member.PressAsync("撤回");
        await Expect(member.GetByText("已撤回", new() { Exact = true })).ToBeVisibleAsync();
    }
}
