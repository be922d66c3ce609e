using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Hosting;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.Tests.Materials;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Archives;

public class PackageTests
{
    private const string Name = $"{County.Session}/archive";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Package_OfAnArchive_HoldsAllAndIsVerified()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenCompleteAsync();
        await UploadTests.UploadAsync(
            county.Secretary, new() { FileName = "签到表扫描.txt", Part = ArchiveItemKind.Roll }, Encoding.UTF8.GetBytes("王某 签名"));
        var archive = await county.Secretary.Archives.ArchiveSessionAsync(new() { Name = County.Session, ArchivedOn = "2023-03-30" });
        await UploadTests.UploadAsync(
            county.Secretary, new() { FileName = "旁听反馈.txt", Part = ArchiveItemKind.Observation, AsAddendum = true }, Encoding.UTF8.GetBytes("反馈"));
        var after = await county.Secretary.Archives.GetArchiveAsync(new() { Name = Name });
        var path = Path.Combine(county.Folder, "package.zip");
        await File.WriteAllBytesAsync(
            path, await county.Secretary.Http.GetByteArrayAsync($"/sessions/v1/{Name}:package", Cancel), Cancel);

        var roll = archive.Items[4];
        Assert.Equal(("周秘书", "2023-03-20"), (roll.Responsible, roll.DatedOn));
        Assert.Equal(["签到表.docx", "签到表扫描.txt"], roll.Files.Select(file => file.FileName));
        Assert.All(archive.Items, item => Assert.True(item.Pages > 0 && item.Responsible.Length > 0));
        Assert.Equal(archive.Items, after.Items);
        Assert.Equal("旁听反馈.txt", Assert.Single(Assert.Single(after.Addenda).Files).FileName);
        var scan = await county.Secretary.Http.GetStringAsync($"/sessions/v1/{roll.Files[1].Name}:download", Cancel);
        Assert.Equal("王某 签名", scan);

        using (var zip = System.IO.Compression.ZipFile.OpenRead(path))
        {
            var names = zip.Entries.Select(entry => entry.FullName).ToList();
            Assert.Equal("hashes.sha256", names[^1]);
            Assert.Contains("05 签到表/02 签到表扫描.txt", names);
            Assert.Contains("07 学习记录/01 学习记录.docx", names);
            Assert.Contains("metadata.xml", names);
        }

        Assert.Equal((0, true), await VerifyAsync(county, path));
        Assert.Equal((0, true), await VerifyAsync(county));
        await TamperAsync(path);
        Assert.Equal((1, false), await VerifyAsync(county, path));
        await File.WriteAllTextAsync(county.BlobPath(roll.Files[1].Sha256), "李某 签名", Cancel);
        Assert.Equal((1, false), await VerifyAsync(county));
        var broken = await Xunit.Record.ExceptionAsync(() => county.Secretary.Http.GetByteArrayAsync($"/sessions/v1/{Name}:package", Cancel));
        Assert.NotNull(broken);
    }

    [Fact]
    public async Task Print_Documents_AreInertAndForTheirReaders()
    {
        await using var county = await County.OpenAsync(Backing);
        const string Script = "<script>alert(1)</script>";
        await county.GivenPlannedAsync();
        var scheme = County.Scheme();
        (scheme.Place, scheme.Chair, scheme.Preparation) = (Script, Script, Script);
        scheme.Agenda[0].Item = Script;
        scheme.Materials[0].Title = Script;
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = scheme });
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = scheme.Name });
        await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = scheme.Name, ApprovedOn = "2023-03-10" });
        await county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{County.Session}/notice", IssuedOn = "2023-03-14" });
        var blank = await county.Secretary.Http.GetStringAsync(Address("signInSheet", "PRINT_PAGE"), Cancel);
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session, HeldOn = "2023-03-20" });
        var record = County.Record();
        (record.Content, record.Conclusions, record.Speeches[0].MainPoints) = (Script, Script, Script);
        await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });

        foreach (var document in new[] { "scheme", "notice", "signInSheet", "record", "materials" })
        {
            var page = await county.Secretary.Http.GetAsync(Address(document, "PRINT_PAGE"), Cancel);
            var text = await page.Content.ReadAsStringAsync(Cancel);
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", text);
            Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
            var docx = await county.Secretary.Http.GetByteArrayAsync(Address(document, "DOCX"), Cancel);
            using var zip = new ZipArchive(new MemoryStream(docx));
            Assert.NotNull(zip.GetEntry("word/document.xml"));
        }

        Assert.Contains("王某", blank);
        Assert.Equal("ARCHIVE_NOT_FOUND", (await PrintAsync(county.Secretary, "archiveIndex")).Reason);
        Assert.Equal("DOCUMENT_UNKNOWN", (await PrintAsync(county.Secretary, "diary")).Reason);
        Assert.Equal("ROLE_MISSING", (await PrintAsync(new Caller(county.Host, "p-office", "CountyOffice:/xinxiang/*"), "record")).Reason);

        string Address(string document, string form) => $"/sessions/v1/{County.Session}/documents/{document}?form=DOCUMENT_FORM_{form}";

        Task<Refusal> PrintAsync(Caller caller, string document) =>
            Refusal.OfAsync(caller.Documents.PrintDocumentAsync(new() { Name = $"{County.Session}/documents/{document}" }));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<(int Exit, bool IsOk)> VerifyAsync(County county, params string[] args)
    {
        using var output = new StringWriter();
        var verb = county.Host.Services.GetServices<ISuiteVerb>().Single(verb => verb.Name == "verify-archive");
        var exit = await verb.RunAsync(args, output, Cancel);
        return (exit, output.ToString().StartsWith("OK", StringComparison.Ordinal));
    }

    /// <summary>A careful forger: one record changed, and its hash in the list with it.</summary>
    private static async Task TamperAsync(string path)
    {
        await using var zip = await System.IO.Compression.ZipFile.OpenAsync(path, ZipArchiveMode.Update, Cancel);
        var forged = "{}"u8.ToArray();
        var record = zip.GetEntry("07 学习记录/document.json")!;
        var list = zip.GetEntry("hashes.sha256")!;
        string[] lines;
        using (var reader = new StreamReader(await list.OpenAsync(Cancel)))
        {
            lines = (await reader.ReadToEndAsync(Cancel)).Split('\n');
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(forged));
        lines = [.. lines.Select(line => line.EndsWith(record.FullName, StringComparison.Ordinal) ? $"{hash}  {record.FullName}" : line)];
        await ReplaceAsync(zip, record, forged);
        await ReplaceAsync(zip, list, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static async Task ReplaceAsync(ZipArchive zip, ZipArchiveEntry entry, byte[] bytes)
    {
        var name = entry.FullName;
        entry.Delete();
        await using var stream = await zip.CreateEntry(name).OpenAsync(Cancel);
        await stream.WriteAsync(bytes, Cancel);
    }
}

[Trait("Needs", "Servers")]
public sealed class PackageOnServersTests : PackageTests
{
    protected override Backing Backing => Backing.Servers;
}
