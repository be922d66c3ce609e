using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static StudySuite.Web.Tests.Loop.Actors;

namespace StudySuite.Web.Tests.Loop;

/// <summary>The unit's session is sat in on: announced, dated, written down in the form, approved and fed back.</summary>
internal sealed class Observed(Windows windows)
{
    public string Path { get; private set; } = "";

    public async Task ArrangeAsync()
    {
        await CreateAsync();
        var publicity = await windows.OfAsync(Publicity);
        await publicity.PressAsync("告知单位", then: "已告知");

        var secretary = await windows.OfAsync(Secretary, Path);
        await secretary.GetByLabel("旁听的学习").SelectOptionAsync(new SelectOptionValue { Label = $"{Day.Today} {Topic}" });
        await secretary.WriteAsync("地点", "三楼会议室");
        await secretary.WriteAsync("临时告知的理由", "县委统一安排");
        await secretary.PressAsync("确定日期", then: "报送方案和资料");
        await secretary.PressAsync("报送方案和资料", then: "重新报送");
    }

    public async Task GiveFeedbackAsync()
    {
        var observer = await windows.OfAsync(Observer, "/");
        await observer.Locator($"a[href='{Path}']").First.ClickAsync();
        await FillFormAsync(observer);
        await observer.PressAsync("保存反馈表", then: "提交反馈");
        await observer.PressAsync("提交反馈", then: "反馈待审");

        var publicity = await windows.OfAsync(Publicity, Path);
        await publicity.PressAsync("审核通过", then: "反馈已审");
        await publicity.PressAsync("向单位反馈", then: "已反馈");
        await publicity.TakeAsync("observation");
    }

    private async Task CreateAsync()
    {
        var publicity = await windows.OfAsync(Publicity, "/observations/new");
        await publicity.GetByLabel("旁听哪个单位").SelectOptionAsync(Unit);
        await publicity.WriteAsync("另加一人", Observer);
        await publicity.PressAsync("加上");
        await publicity.WriteAsync("旁听要点", "研讨是否联系实际");
        await publicity.PressAsync("安排", then: "告知单位");
        Path = new Uri(publicity.Url).AbsolutePath;
    }

    private static async Task FillFormAsync(IPage observer)
    {
        await Expect(observer.Box("总体评价")).ToBeVisibleAsync();
        var answers = observer.GetByRole(AriaRole.Button, new() { Name = "是", Exact = true });
        for (var i = 0; i < await answers.CountAsync(); i++)
        {
            await answers.Nth(i).ClickAsync();
        }

        await observer.Box("总体评价").FillAsync("学习组织规范，研讨联系实际。");
        await observer.Box("特色亮点").FillAsync("重点发言与集体研讨结合较好。");
        await observer.PressAsync("加一个问题");
        await observer.Box("问题 1").FillAsync("缺少研讨发言材料。");
        await observer.Box("类别").FillAsync("档案管理");
        await observer.GetByLabel("等次").SelectOptionAsync("较好");
    }
}
