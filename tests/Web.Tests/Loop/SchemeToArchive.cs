using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static StudySuite.Web.Tests.Loop.Actors;

namespace StudySuite.Web.Tests.Loop;

/// <summary>A session from the item of the plan to the archive.</summary>
internal sealed class SchemeToArchive(Windows windows)
{
    private string session = "";

    /// <summary>Up to the notice, which the leader has received.</summary>
    public async Task NotifyAsync()
    {
        await CreateAsync();
        await SubmitSchemeAsync();
        var leader = await windows.OfAsync(Leader, "/");
        await leader.GetByRole(AriaRole.Link).Filter(new() { HasText = Topic }).First.ClickAsync();
        await Expect(leader.GetByText("会前要点").First).ToBeVisibleAsync();
        await leader.PressAsync("审定方案", then: "方案已审定");

        var secretary = await windows.OfAsync(Secretary, session);
        await secretary.PressAsync("发出通知", then: "登记考勤");

        await windows.OfAsync(Leader, session);
        await leader.PressAsync("已收到", then: "1/");
        await leader.PressAsync("参加");
        await Expect(leader.GetByRole(AriaRole.Button, new() { Name = "参加", Exact = true })).ToHaveCountAsync(0);
    }

    public async Task HoldAndArchiveAsync()
    {
        var secretary = await windows.OfAsync(Secretary, session);
        await secretary.PressAsync("确认已举行", then: "填写记录");
        await MarkRollAsync(secretary);
        await windows.OfAsync(Secretary, session);
        await UploadAsync(secretary, "手写签到表.txt", "成员01 成员02 成员03");
        await WriteRecordAsync(secretary);
        await windows.OfAsync(Secretary, session);
        await secretary.TakeAsync("session", always: true);
        await secretary.PressAsync("确认七有齐全", then: "归档");
        await ReopenAsync(secretary);
        await secretary.PressAsync("确认七有齐全", then: "归档");
        await secretary.PressAsync("归档", then: "档案包");
    }

    /// <summary>Something is noticed at the last moment.</summary>
    private static async Task ReopenAsync(IPage secretary)
    {
        await secretary.ClickAsync("summary:has-text('退回补正')");
        await secretary.Box("理由").FillAsync("补一份发言稿");
        await secretary.PressAsync("退回补正", then: "确认七有齐全");
    }

    private async Task CreateAsync()
    {
        var secretary = await windows.OfAsync(Secretary, $"/units/{Unit}/plans/{Year}");
        await secretary.ClickAsync("text=由此建立学习");
        await Expect(secretary.Box("主题")).ToHaveValueAsync(Topic);
        await secretary.WriteAsync("计划日期", Day.Today);
        await secretary.PressAsync("建立");
        await Expect(secretary.GetByRole(AriaRole.Heading, new() { Name = Topic })).ToBeVisibleAsync();
        session = new Uri(secretary.Url).AbsolutePath;
        await UploadAsync(secretary, "会前要点.txt", "原原本本学，联系实际学。");
    }

    private async Task SubmitSchemeAsync()
    {
        var secretary = await windows.OfAsync(Secretary, $"{session}/scheme");
        await secretary.WriteAsync("开始时间", $"{Day.Today}T09:00");
        await secretary.WriteAsync("结束时间", $"{Day.Today}T11:30");
        await secretary.WriteAsync("地点", "三楼会议室");
        await secretary.WriteAsync("主持", "组长");
        await secretary.PressAsync("加一项议程");
        await secretary.GetByLabel("内容", new() { Exact = true }).FillAsync("领学原文");
        await secretary.WriteAsync("重点发言人", "成员01\n成员02");
        await secretary.WriteAsync("书目", "学习资料汇编");
        await secretary.PressAsync("提请组长审定", then: "方案待审定");
    }

    private async Task MarkRollAsync(IPage secretary)
    {
        await secretary.ClickAsync("text=登记考勤");
        await secretary.PressAsync("其余都到会");
        await Expect(secretary.GetByRole(AriaRole.Status).First).ToContainTextAsync("未登记 0");
        await secretary.PressAsync("结束登记", then: "已结束登记");
        await secretary.TakeAsync("roll");
    }

    private async Task WriteRecordAsync(IPage secretary)
    {
        await secretary.ClickAsync("text=填写记录");
        await secretary.WriteAsync("学习内容", "原原本本学习，逐段讨论。");
        await secretary.PressAsync("加一位发言");
        await secretary.GetByLabel("发言人").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await secretary.WriteAsync("要点", "结合分管工作谈认识。");
        await secretary.WriteAsync("结论", "形成三条措施。");
        await secretary.WriteAsync("没有宣传报道的理由", "内部学习");
        await secretary.PressAsync("保存", then: "已保存");
        await secretary.PressAsync("笔记已检查", then: "笔记已于");
        // The word of the save before is gone by itself; the next one is the submission's.
        await Expect(secretary.GetByText("已保存")).ToHaveCountAsync(0);
        await secretary.PressAsync("提交记录", then: "已保存");
    }

    private static async Task UploadAsync(IPage page, string name, string text)
    {
        await page.GetByLabel("选择文件").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.PressAsync("上传");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "资料和附件" }).GetByText(name[..^4])).ToBeVisibleAsync();
    }
}
