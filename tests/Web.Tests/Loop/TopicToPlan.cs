using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static StudySuite.Web.Tests.Loop.Actors;

namespace StudySuite.Web.Tests.Loop;

/// <summary>The department calls for topics, a unit proposes one, it becomes part of the arrangement and of the unit's plan.</summary>
internal sealed class TopicToPlan(Windows windows)
{
    private static readonly string Plan = $"/units/{Unit}/plans/{Year}";

    public async Task WalkAsync()
    {
        await CallAsync();
        await ProposeAsync();
        await AcceptAsync();
        await ArrangeAsync();
        await DraftAsync();
        await FileAsync();
    }

    private async Task CallAsync()
    {
        var publicity = await windows.OfAsync(Publicity, "/topics");
        await publicity.WriteAsync("年度", $"{Year}");
        await publicity.WriteAsync("截止日期", Day.Now.AddDays(20).ToString("yyyy-MM-dd", null));
        await publicity.Box("标题").FillAsync("征集学习议题");
        await publicity.PressAsync("发出", then: "征集学习议题");
    }

    private async Task ProposeAsync()
    {
        var called = await windows.EventuallyAsync(
            Secretary, $"/units/{Unit}/topicProposals", page => page.GetByRole(AriaRole.Link).Filter(new() { HasText = "征集学习议题" }));
        await called.First.ClickAsync();
        var secretary = await windows.OfAsync(Secretary);
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = "征集学习议题" })).ToBeVisibleAsync();
        await secretary.Box("议题").FillAsync(Topic);
        await secretary.Box("理由").FillAsync("结合全县重点工作");
        await secretary.PressAsync("提交");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = Topic })).ToBeVisibleAsync();
    }

    private async Task AcceptAsync()
    {
        var publicity = await windows.OfAsync(Publicity, "/topics");
        var proposal = publicity.GetByRole(AriaRole.Region, new() { Name = Topic });
        await proposal.GetByLabel("答复").FillAsync("列入安排意见");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "采纳", Exact = true }).ClickAsync();
        await Expect(proposal).ToHaveCountAsync(0);
    }

    private async Task ArrangeAsync()
    {
        var publicity = await windows.OfAsync(Publicity, $"/units/{County}/thematicArrangements/new?year={Year}");
        await publicity.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Topic }).GetByRole(AriaRole.Button).ClickAsync();
        await publicity.WriteAsync("文号", $"新宣发〔{Year}〕1号");
        await publicity.WriteAsync("必读（一行一项）", "学习资料汇编");
        await publicity.PressAsync("保存", then: "印发各单位");
        await publicity.PressAsync("印发各单位", then: "个单位");
        await publicity.TakeAsync("arrangement");
    }

    private async Task DraftAsync()
    {
        var received = await windows.EventuallyAsync(
            Secretary, $"/units/{Unit}/receivedArrangements",
            page => page.GetByRole(AriaRole.Link).Filter(new() { HasText = $"{Year} · " }));
        await received.First.ClickAsync();
        var secretary = await windows.OfAsync(Secretary);
        await Expect(secretary.GetByText(Topic).First).ToBeVisibleAsync();

        await windows.OfAsync(Secretary, $"{Plan}/edit");
        await secretary.PressAsync("按安排意见和去年计划生成");
        await Expect(secretary.Box("主题").First).ToHaveValueAsync(Topic);
        await secretary.WriteAsync("月份", $"{Day.Now.Month}");
        await secretary.PressAsync("研讨");
        await secretary.PressAsync("保存", then: "提请组长审定");
        await secretary.PressAsync("提请组长审定", then: "待审定");
    }

    private async Task FileAsync()
    {
        var leader = await windows.OfAsync(Leader, Plan);
        await leader.WriteAsync("审定会议", "第1次党组会");
        await leader.PressAsync("审定", then: "已审定");

        var secretary = await windows.OfAsync(Secretary, Plan);
        await secretary.PressAsync("报备", then: "已报备");

        var publicity = await windows.OfAsync(Publicity, Plan);
        await publicity.WriteAsync("回执编号", $"新宣备〔{Year}〕1号");
        await publicity.PressAsync("接收", then: "已接收");
    }
}
