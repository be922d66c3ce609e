using System.Net;
using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Files go up past the page in one stream, and what the service says against one stands at its field.</summary>
public abstract class UploadTests(SuiteWeb web)
{
    private const string Unit = "xinxiang-qiliying";
    private const int Length = 96 << 20;

    [Fact]
    public async Task Upload_HundredMegabytes_ShowsProgressAndIsHeldNowhereOnTheWay()
    {
        var page = await OpenSessionAsync("很大的一份资料");
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("studysuite-upload-").FullName, "会议录音文字稿.txt");
        await WriteLettersAsync(file);
        var before = web.PeakMemory();

        await page.GetByLabel("选择文件").SetInputFilesAsync(file);
        await page.PressAsync("上传");
        await page.WaitForFunctionAsync("() => document.querySelector('progress').value > 0");
        await Expect(Files(page).GetByText("会议录音文字稿")).ToBeVisibleAsync(new() { Timeout = 120_000 });

        Assert.Equal(Length, await page.EvaluateAsync<long>("document.querySelector('progress').value"));
        Assert.True(web.PeakMemory() - before < Length / 2, "memory grew by the size of the file");
        System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Upload_Refused_SaysWhyAtTheFieldAndTakesTheNextOne()
    {
        var page = await OpenSessionAsync("被退回的文件", Screen.Phone);
        var input = page.GetByLabel("选择文件");
        var fault = Files(page).Locator(".fault");

        foreach (var (name, text, said) in new[]
        {
            ("要点.pdf", "\u007fELF\0\0\0", "只接收"), ("机密★5年.txt", "学习要点", "密"), ("要点.txt", "秘密★10年", "密"), ("空.txt", "", "空"),
        })
        {
            await input.SetInputFilesAsync(FileOf(name, text));
            await Expect(fault).ToHaveCountAsync(0);
            await page.PressAsync("上传");
            await Expect(fault).ToContainTextAsync(said);
            await Expect(input).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await page.TakeAsync("phone-upload-refused");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screen.Phone.Width);
        Assert.Empty(await page.SeriousAsync());

        await input.SetInputFilesAsync(FileOf("内部.txt", "内部资料 注意保存"));
        await page.PressAsync("上传");
        await page.GetByLabel("已核实").CheckAsync();
        await page.PressAsync("上传");
        await Expect(Files(page).GetByText("内部", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Upload_FromAnotherSite_IsTurnedAway()
    {
        var page = await web.AsAsync("qiliying-secretary");
        var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });

        var answers = new List<HttpStatusCode>();
        foreach (var type in new[] { "application/octet-stream", "application/x-www-form-urlencoded", "text/plain" })
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post, new Uri(web.Address, $"put/sessions/v1/units/{Unit}/sessions/any/files:upload?fileName=a.txt"))
            {
                Content = new StringContent("学习要点") { Headers = { ContentType = new(type) } },
            };
            request.Headers.Add("Cookie", cookies);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.BadRequest, status));
    }

    private static ILocator Files(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "资料和附件" });

    private static FilePayload FileOf(string name, string text) =>
        new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static async Task WriteLettersAsync(string path)
    {
        await using var file = File.Create(path);
        var piece = new byte[1 << 20];
        Array.Fill(piece, (byte)'a');
        for (var i = 0; i < Length / piece.Length; i++)
        {
            await file.WriteAsync(piece, TestContext.Current.CancellationToken);
        }
    }

    private async Task<IPage> OpenSessionAsync(string topic, Screen? screen = null)
    {
        var page = await web.AsAsync("qiliying-secretary", screen, at: $"/units/{Unit}/sessions/new");
        await page.GetByLabel("计划外的理由").FillAsync("上级部署的临时任务");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true }).FillAsync(topic);
        await page.GetByLabel("计划日期").FillAsync(Day.Today);
        await page.GetByLabel("研讨", new() { Exact = true }).CheckAsync();
        await page.PressAsync("建立");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = topic })).ToBeVisibleAsync();
        return page;
    }
}

[Collection("web"), Trait("Needs", "Servers")]
public sealed class UploadOnStandaloneTests(DemoWeb web) : UploadTests(web);

[Collection("web-county"), Trait("Needs", "Servers")]
public sealed class UploadOnCountyTests(CountyWeb web) : UploadTests(web);
