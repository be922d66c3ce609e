using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using StudySuite.Supervision.Tests.Observations;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Papers;

public class PaperServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    [Fact]
    public async Task Print_OfANoticeAndItsRecords_GivesDocxAndPage()
    {
        var open = await county.GivenOpenNoticeAsync();
        var early = await Refusal.OfAsync(county.Publicity.Papers.PrintRectificationNoticeAsync(new() { Name = open.Name }));
        var notice = await county.GivenReportedNoticeAsync();
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-10-12" });
        await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-12-15", LookBackFinding.Rectified, LookBackFinding.Relapsed));

        var paper = Docx((await county.Secretary.Papers.PrintRectificationNoticeAsync(new() { Name = notice.Name })).Data.ToByteArray());
        var report = Docx((await county.Leader.Papers.PrintRectificationReportAsync(new() { Name = notice.Name })).Data.ToByteArray());
        var lookBack = await county.Supervision.Papers.PrintLookBackAsync(new() { Name = notice.Name, Form = PrintForm.Page });
        var foreign = await Refusal.OfAsync(county.OtherSecretary.Papers.PrintRectificationNoticeAsync(new() { Name = notice.Name }));

        Assert.Equal(("NOTICE_NOT_ISSUED", "UNIT_NOT_FOUND"), (early.Reason, foreign.Reason));
        Assert.All(["整改通知书", notice.Number, "县科工局", "学习记录不完整", "2023年10月11日", "签收回执"], text => Assert.Contains(text, paper, StringComparison.Ordinal));
        Assert.All(["整改台账", "专人负责", "每月自查", "学习记录复印件"], text => Assert.Contains(text, report, StringComparison.Ordinal));
        var page = Encoding.UTF8.GetString(lookBack.Data.Span);
        Assert.StartsWith("text/html", lookBack.ContentType, StringComparison.Ordinal);
        Assert.All(["☑反弹", "☑查阅资料", "查阅了资料"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PrintObservationForm_BlankThenFilled_ShowsWhatIsKnown()
    {
        var dated = await county.GivenDatedAsync();
        var blank = Docx((await county.Observer.Papers.PrintObservationFormAsync(new() { Name = dated.Name })).Data.ToByteArray());
        await county.Observer.Observations.RecordObservationAsync(new() { Name = dated.Name, ObservedOn = "2023-09-12", Form = SitIns.Form() });
        var filled = Docx((await county.Observer.Papers.PrintObservationFormAsync(new() { Name = dated.Name })).Data.ToByteArray());
        var hidden = await Refusal.OfAsync(county.Secretary.Papers.PrintObservationFormAsync(new() { Name = dated.Name }));

        Assert.All(["列席旁听情况反馈表", "县科工局", "2023-09-12", "☐是", "外请报告备案", "现场点评"], text => Assert.Contains(text, blank, StringComparison.Ordinal));
        Assert.DoesNotContain("☑", blank, StringComparison.Ordinal);
        Assert.All(["☑是", "☑全程列席一次学习", "组织规范", "学习记录不完整"], text => Assert.Contains(text, filled, StringComparison.Ordinal));
        Assert.Equal("OBSERVATION_NOT_FOUND", hidden.Reason);
    }

    [Fact]
    public async Task Ledger_ListedAndExported_HasEveryItemOfIssuedNotices()
    {
        await county.GivenOpenNoticeAsync();
        var notice = await county.GivenNoticeInProgressAsync();

        var ledger = await county.Supervision.Papers.ListLedgerEntriesAsync(new() { Parent = "units/-" });
        using var http = county.Host.HttpAs("p-supervision", "SupervisionOffice:/xinxiang/*");
        using var answer = await http.GetAsync("supervision/v1/units/-/ledgerEntries:export");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var others = await county.OtherSecretary.Papers.ListLedgerEntriesAsync(new() { Parent = "units/-" });

        Assert.Equal([1, 2], ledger.LedgerEntries.Select(entry => entry.Item));
        Assert.All(ledger.LedgerEntries, entry => Assert.Equal(
            (notice.Number, "整改中（逾期）", true, "专人负责", "2023-10-11"),
            (entry.Number, entry.Status, entry.IsOverdue, entry.Measures, entry.DueOn)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("filename", answer.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.NotNull(sheet.WorkbookPart);
        Assert.Empty(others.LedgerEntries);
    }

    private static string Docx(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return file.MainDocumentPart!.Document!.InnerText;
    }
}

[Trait("Needs", "Servers")]
public sealed class PaperServiceOnServersTests : PaperServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
