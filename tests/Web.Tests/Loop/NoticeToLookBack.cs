using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static StudySuite.Web.Tests.Loop.Actors;

namespace StudySuite.Web.Tests.Loop;

/// <summary>What the observer found becomes a problem, a notice, measures, a report, a verification and a look-back.</summary>
internal sealed class NoticeToLookBack(Windows windows)
{
    private string notice = "";

    /// <param name="observation">Page of the observation whose form names a problem.</param>
    public async Task WalkAsync(string observation)
    {
        await IssueAsync(observation);
        await PlanAsync();
        await ReportAsync();
        var office = await windows.OfAsync(Office, notice);
        await office.WriteAsync("意见", "整改到位");
        await office.PressAsync("验收通过", then: "记录回头看");
        await office.WriteAsync("结论", "没有反弹");
        await office.PressAsync("记录回头看", then: "已销号");
        await office.TakeAsync("rectification");
    }

    private async Task IssueAsync(string observation)
    {
        var publicity = await windows.OfAsync(Publicity, observation);
        await publicity.PressAsync("立为问题", then: "已立问题");
        await publicity.ClickAsync("text=拟发整改通知书");
        await publicity.WriteAsync("整改要求", "补齐研讨发言材料");
        await publicity.Box("依据").FillAsync("巡听旁听反馈意见");
        await publicity.PressAsync("建立", then: "发出通知书");
        notice = new Uri(publicity.Url).AbsolutePath;
        await publicity.PressAsync("发出通知书", then: "待签收");
    }

    private async Task PlanAsync()
    {
        var secretary = await windows.OfAsync(Secretary, notice);
        await secretary.PressAsync("签收", then: "提交整改措施");
        await secretary.Box("措施").FillAsync("明确专人归档");
        await secretary.Box("责任领导").FillAsync("组长");
        await secretary.Box("责任单位").FillAsync("办公室");
        await secretary.Box("责任人").FillAsync("学习秘书");
        await secretary.PressAsync("提交整改措施", then: "开始整改");
        await secretary.PressAsync("开始整改", then: "提请组长审定报告");
    }

    private async Task ReportAsync()
    {
        var secretary = await windows.OfAsync(Secretary);
        await secretary.WriteAsync("整改情况", "已补齐");
        await secretary.WriteAsync("佐证", "补齐后的学习档案目录");
        await secretary.Box("总体情况").FillAsync("问题已整改完成");
        var evidence = secretary.GetByRole(AriaRole.Region, new() { Name = "整改佐证" });
        await evidence.GetByLabel("选择文件").SetInputFilesAsync(
            new FilePayload { Name = "补齐的目录.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("研讨发言材料目录") });
        await evidence.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Expect(evidence.GetByText("补齐的目录")).ToBeVisibleAsync();
        // What was typed beside it stays.
        await Expect(secretary.Box("总体情况")).ToHaveValueAsync("问题已整改完成");
        await secretary.PressAsync("提请组长审定报告");
        await Expect(secretary.GetByText("补齐后的学习档案目录").First).ToBeVisibleAsync();

        var leader = await windows.OfAsync(Leader, notice);
        await leader.PressAsync("同意上报", then: "待验收");
        await Expect(leader.GetByRole(AriaRole.Region, new() { Name = "整改佐证" }).GetByText("补齐的目录")).ToBeVisibleAsync();
    }
}
