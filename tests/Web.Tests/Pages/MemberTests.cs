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
    public async Task Leave_AskedByAMember_IsDecidedByTheLeaderAndRegisteredByTheOffice()
    {
        await web.RuleAsync("leave.approver", "leader_and_office");
        var session = $"/{await GivenSessions.NotifiedAsync(web, "xx", Topic)}";
        var member = await web.AsAsync("xx-m01", Screen.Phone, at: session);
        await member.GetByLabel("请假事由").SelectOptionAsync("BusinessTrip");
        await member.PressAsync("请假");
        await Expect(member.GetByText("待批", new() { Exact = true })).ToBeVisibleAsync();
        await member.TakeAsync("phone-leave");

        var leader = await web.AsAsync("xx-leader");
        await leader.GetByRole(AriaRole.Link).Filter(new() { HasText = Topic }).First.ClickAsync();
        await leader.PressAsync("准假");
        await Expect(leader.GetByText("待办公室登记", new() { Exact = true })).ToBeVisibleAsync();

        var office = await web.AsAsync("county-office", at: $"{session}/leave");
        await office.PressAsync("办公室登记");
        await Expect(office.GetByText("已准", new() { Exact = true })).ToBeVisibleAsync();
        await web.RuleAsync("leave.approver", "leader");
    }

    [Fact]
    public async Task Leave_EnteredByTheSecretary_IsDeclinedWithTheReason()
    {
        var session = $"/{await GivenSessions.NotifiedAsync(web, "kegong", "浏览器里不准假的一次学习")}";
        var secretary = await web.AsAsync("kegong-secretary", at: $"{session}/leave");
        await secretary.GetByLabel("成员").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await secretary.GetByLabel("请假事由").SelectOptionAsync("Personal");
        await secretary.PressAsync("登记");
        await Expect(secretary.GetByText("待批", new() { Exact = true })).ToBeVisibleAsync();

        var leader = await web.AsAsync("kegong-leader", Screen.Phone, at: $"{session}/leave");
        await leader.PressAsync("不准假");
        await Expect(leader.Locator(".fault, [role=alert]").First).ToBeVisibleAsync();
        await leader.GetByLabel("意见").FillAsync("这次要作重点发言");
        await leader.PressAsync("不准假");
        await Expect(leader.GetByText("未准", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(leader.GetByText("这次要作重点发言")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Suggestion_AnsweredTooShortly_IsAnsweredAgainAndClosed()
    {
        var member = await web.AsAsync("xx-m01", Screen.Phone, at: "/suggestions");
        await member.GetByLabel("内容").FillAsync("浏览器里提的意见：资料字太小");
        await member.PressAsync("提交");
        var mine = Card(member);
        await Expect(mine).ToContainTextAsync("待受理");

        var office = await web.AsAsync("publicity", at: "/suggestions");
        await Card(office).GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await Expect(Card(office)).ToContainTextAsync("办理中");
        await AnswerAsync(office, "知道了");

        await member.ReloadAsync();
        await mine.GetByLabel("还缺什么").FillAsync("什么时候改？");
        await mine.GetByRole(AriaRole.Button, new() { Name = "请再答复" }).ClickAsync();
        await Expect(mine).ToContainTextAsync("待受理");
        await office.ReloadAsync();
        await AnswerAsync(office, "下次起用四号字");
        await member.ReloadAsync();
        await Expect(mine).ToContainTextAsync("下次起用四号字");
        await member.TakeAsync("phone-suggestion");
        await mine.GetByRole(AriaRole.Button, new() { Name = "已答复清楚" }).ClickAsync();
        await Expect(mine).ToContainTextAsync("已办结");

        static ILocator Card(IPage page) => page.Locator("section.card").Filter(new() { HasText = "浏览器里提的意见" });

        static async Task AnswerAsync(IPage office, string answer)
        {
            await Card(office).GetByLabel("答复").FillAsync(answer);
            await Card(office).GetByRole(AriaRole.Button, new() { Name = "答复", Exact = true }).ClickAsync();
            await Expect(Card(office)).ToContainTextAsync("已答复");
        }
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
}
