using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What a member does on the phone, and who answers.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class MemberTests(DemoWeb web)
{
    private const string Topic = "浏览器里请假的一次学习";

    [Fact]
    public async Task Leave_AskedByAMember_IsDecidedAndRegistered()
    {
        var session = $"/{await GivenSessions.NotifiedAsync(web, "xx", Topic)}";
        var secretary = await web.AsAsync("xx-secretary", at: session);
        await secretary.PressAsync("分发给成员");
        await Expect(secretary.GetByRole(AriaRole.Button, new() { Name = "重新分发" })).ToBeVisibleAsync();

        var member = await web.AsAsync("xx-m01", Screen.Phone);
        var waits = member.GetByRole(AriaRole.Region, new() { Name = "待读的学习资料" });
        await waits.GetByRole(AriaRole.Link).Filter(new() { HasText = Topic }).ClickAsync();
        await member.PressAsync("已读");
        await Expect(member.GetByRole(AriaRole.Button, new() { Name = "已读", Exact = true })).ToHaveCountAsync(0);
        await member.GetByLabel("请假事由").SelectOptionAsync("BusinessTrip");
        await member.PressAsync("请假");
        await Expect(member.GetByText("待批", new() { Exact = true })).ToBeVisibleAsync();
        await member.TakeAsync("phone-session");

        var leader = await web.AsAsync("xx-leader");
        await leader.GetByRole(AriaRole.Link).Filter(new() { HasText = $"：{Topic}" }).ClickAsync();
        await leader.PressAsync("准假");
        await Expect(leader.GetByText("待办公室登记", new() { Exact = true })).ToBeVisibleAsync();

        var office = await web.AsAsync("county-office", at: $"{session}/leave");
        await office.PressAsync("办公室登记");
        await Expect(office.GetByText("已准", new() { Exact = true })).ToBeVisibleAsync();
    }

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
    }
}
