using System.Net;
using DocumentFormat.OpenXml.Packaging;
using MiniExcelLibs;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.V1;
using StudySuite.Documents;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Exports;

public sealed class ExportTests
{
    [Fact]
    public Task Downloads_OfAnIssuedBulletin_Sqlite() => FlowAsync(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Downloads_OfAnIssuedBulletin_Servers() => FlowAsync(Backing.Servers);

    [Theory]
    [InlineData(9, 12, "75%")]
    [InlineData(11, 12, "91.7%")]
    [InlineData(0, 12, "0%")]
    [InlineData(3, 0, "")]
    public void ShareOf_PartAndWhole_IsAPercentageOfWhatThereIs(int part, int whole, string share) =>
        Assert.Equal(share, Bulletin.Exports.FiguresPaper.ShareOf(part, whole));

    private static async Task FlowAsync(Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "1", "2023-03-05")));
        var issued = await county.GivenIssuedAsync();
        await county.CountAsync(Counting.Of(Sample.Held("xinxiang-kegong", "2", "2023-04-05")));
        using var rest = county.Host.Http(County.Publicity);

        using var docx = await rest.GetAsync($"/bulletin/v1/{issued.Name}:download", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, Download.Docx), (docx.StatusCode, docx.Content.Headers.ContentType!.MediaType));
        Assert.Contains("新宣通〔2023〕1号", docx.Content.Headers.ContentDisposition!.FileNameStar);
        using var file = WordprocessingDocument.Open(
            await docx.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("新宣通〔2023〕1号", text);
        Assert.Contains("一、总体情况", text);
        Assert.Contains("2023年7月12日", text);

        using var print = await rest.GetAsync(
            $"/bulletin/v1/{issued.Name}:download?format=FILE_FORMAT_PRINT", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", print.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", Assert.Single(print.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("<h2>一、总体情况</h2>", await print.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // The workbook holds the figures as they were signed, not those of today.
        var xlsx = await new ExportService.ExportServiceClient(county.Host.Channel(County.Publicity)).DownloadBulletinAsync(
            new DownloadBulletinRequest { Name = issued.Name, Format = FileFormat.Xlsx });
        using var bytes = new MemoryStream(xlsx.Data.ToByteArray());
        var rows = bytes.Query().Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(("序号", "单位"), ((string)rows[0]["A"]!, (string)rows[0]["B"]!));
        Assert.Equal(("应开展次数", "集中学习次数"), ((string)rows[0]["C"]!, (string)rows[0]["D"]!));
        Assert.Equal(("县科工局", 1d), ((string)rows[3]["B"]!, (double)rows[3]["D"]!));
        Assert.Equal("未报送", rows[3].Values.Last());
        Assert.Equal(["参学率", "补学完成率", "七有齐全率", "备注"], rows[0].Values.TakeLast(4));
        Assert.Equal("0%", rows[3].Values.TakeLast(2).First());

        using var unit = county.Host.Http("Member:/xinxiang/xinxiang-kegong/");
        using var foreign = await unit.GetAsync($"/bulletin/v1/{issued.Name}:download", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var own = await county.Received("Member:/xinxiang/xinxiang-kegong/").ListReceivedBulletinsAsync(
            new ListReceivedBulletinsRequest { Parent = "units/xinxiang-kegong" });
        using var received = await unit.GetAsync(
            $"/bulletin/v1/{own.ReceivedBulletins[0].Name}:download", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, received.StatusCode);
        foreach (var path in new[]
        {
            "units/xinxiang-kegong/annualReports/2023:download",
            "units/xinxiang-kegong/annualReports/2023:download?format=FILE_FORMAT_XLSX",
            "units/xinxiang-kegong/statistics:download?start_date=2023-01-01&end_date=2023-12-31",
        })
        {
            using var answer = await unit.GetAsync($"/bulletin/v1/{path}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
