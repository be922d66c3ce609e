using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static StudySuite.Web.Tests.Loop.Actors;

namespace StudySuite.Web.Tests.Loop;

/// <summary>The bulletin from its draft over sign-off and issue to the unit's receipt.</summary>
internal sealed class DraftToReceipt(Windows windows)
{
    public async Task WalkAsync()
    {
        var bulletin = await DraftAsync();
        await SignAsync(bulletin);

        var publicity = await windows.OfAsync(Publicity, bulletin);
        await publicity.PressAsync("编号印发", then: "已印发");
        await ReceiveAsync();

        await windows.OfAsync(Publicity, bulletin);
        await Expect(publicity.GetByText("1 个已签收")).ToBeVisibleAsync();
        await publicity.TakeAsync("bulletin");
    }

    private async Task<string> DraftAsync()
    {
        var publicity = await windows.OfAsync(Publicity, "/bulletins");
        await publicity.WriteAsync("年度", $"{Year}");
        await publicity.GetByRole(AriaRole.Spinbutton).Nth(1).FillAsync(Day.Now.Month <= 6 ? "1" : "2");
        await publicity.PressAsync("起草", then: "按数据生成初稿");
        var bulletin = new Uri(publicity.Url).AbsolutePath;
        await publicity.PressAsync("按数据生成初稿");
        await Expect(publicity.Box("总体情况")).Not.ToBeEmptyAsync();
        await publicity.Box("好的做法").FillAsync("一学一题、一题一议。");
        await publicity.Box("存在问题").FillAsync("个别单位归档不够及时。");
        await publicity.Box("下步要求").FillAsync("对照“七有”补齐短板。");
        await publicity.PressAsync("保存", then: "已保存");
        await publicity.PressAsync("提交签批（冻结数字）", then: "签批中");
        return bulletin;
    }

    /// <summary>As many steps as the rules ask for; whoever wrote it signs none, and nobody two.</summary>
    private async Task SignAsync(string bulletin)
    {
        foreach (var user in new[] { Head, "xx-leader" })
        {
            var signer = await windows.OfAsync(user, bulletin);
            if (await signer.GetByRole(AriaRole.Button, new() { Name = "签批", Exact = true }).CountAsync() > 0)
            {
                await signer.WriteAsync("意见", "同意");
                await signer.PressAsync("签批");
                await Expect(signer.GetByText("同意").First).ToBeVisibleAsync();
            }
        }
    }

    private async Task ReceiveAsync()
    {
        var received = await windows.EventuallyAsync(
            Secretary, $"/units/{Unit}/receivedBulletins",
            page => page.Locator($"a[href^='/units/{Unit}/receivedBulletins/']").Filter(new() { HasText = $"{Year}年" }));
        await received.First.ClickAsync();
        var secretary = await windows.OfAsync(Secretary);
        await secretary.PressAsync("签收");
        await Expect(secretary.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true })).ToHaveCountAsync(0);
    }
}
