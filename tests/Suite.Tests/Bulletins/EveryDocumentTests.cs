using System.Text;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Bulletins;

/// <summary>Every kind of paper of the replayed year, fetched through the gateway in every form it has.</summary>
public abstract class EveryDocumentTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang", Unit = "units/xinxiang-kegong";
    private readonly Cast cast = new(suite.Demo);

    private protected virtual bool HasOffice => false;

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Papers_OfTheReplayedYear_AreValidDocxAndPrintPagesOfTheSameMeasures()
    {
        using var publicity = await Rest.AsAsync(suite, cast, "publicity");
        var documents = new Dictionary<string, byte[]>();
        foreach (var (kind, path, docx, page) in await PapersAsync(publicity))
        {
            var file = await publicity.DownloadAsync(With(path, docx));
            var html = Encoding.UTF8.GetString((await publicity.DownloadAsync(With(path, page))).Bytes);
            Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.Type);
            Assert.True(!Papers.ErrorsIn(file.Bytes).Any(), $"{kind}: {string.Join('\n', Papers.ErrorsIn(file.Bytes))}");
            Assert.Contains("@page{size:A4;margin:37mm 26mm 35mm 28mm}", html);
            documents.Add(kind, file.Bytes);
        }

        if (HasOffice)
        {
            var pages = await PageImages.OfDocxAsync([.. documents.Values]);
            Assert.All(documents.Keys.Zip(pages), paper => Assert.True(
                paper.Second.Count > 0 && paper.Second[0].Lines.Count > 0, $"{paper.First} is empty"));
        }
    }

    [Theory]
    [InlineData($"supervision/v1/units/-/ledgerEntries:export")]
    [InlineData($"sessions/v1/{County}/ledger:export?kind=LEDGER_KIND_FIRST_TOPICS&year=2023")]
    [InlineData($"sessions/v1/units/-/ledger:export?kind=LEDGER_KIND_PUBLICITY&year=2023")]
    [InlineData($"bulletin/v1/{County}/statistics:download?startDate=2023-01-01&endDate=2023-06-30&subtree=true&format=FILE_FORMAT_XLSX")]
    [InlineData($"bulletin/v1/{County}/annualReports/2023:download?format=FILE_FORMAT_XLSX")]
    [InlineData($"planning/v1/{County}/plans/2023:exportItems")]
    public async Task Tables_OfTheReplayedYear_AreWorkbooks(string path)
    {
        using var publicity = await Rest.AsAsync(suite, cast, "publicity");

        var (type, _, bytes) = await publicity.DownloadAsync(path);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", type);
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.NotEmpty(book.WorkbookPart!.WorksheetParts);
    }

    private static async Task<List<(string Kind, string Path, string Docx, string Page)>> PapersAsync(Rest publicity)
    {
        var session = await FirstAsync(publicity, $"sessions/v1/{Unit}/sessions?pageSize=1", "sessions");
        var observation = await FirstAsync(publicity, $"supervision/v1/{Unit}/observations?pageSize=1", "observations");
        var notice = await FirstAsync(publicity, $"supervision/v1/{Unit}/rectificationNotices?pageSize=1", "rectificationNotices");
        var arrangement = await FirstAsync(publicity, $"planning/v1/{County}/thematicArrangements?pageSize=1", "thematicArrangements");
        var papers = new List<(string, string, string, string)>
        {
            ("annual plan", $"planning/v1/{Unit}/plans/2023:print", "form=PAPER_FORM_DOCX", "form=PAPER_FORM_PAGE"),
            ("arrangement", $"planning/v1/{arrangement}:print", "form=PAPER_FORM_DOCX", "form=PAPER_FORM_PAGE"),
            ("observation form", $"supervision/v1/{observation}:printForm", "form=PRINT_FORM_DOCX", "form=PRINT_FORM_PAGE"),
            ("rectification notice", $"supervision/v1/{notice}:printNotice", "form=PRINT_FORM_DOCX", "form=PRINT_FORM_PAGE"),
            ("rectification report", $"supervision/v1/{notice}:printReport", "form=PRINT_FORM_DOCX", "form=PRINT_FORM_PAGE"),
            ("look-back", $"supervision/v1/{notice}:printLookBack", "form=PRINT_FORM_DOCX", "form=PRINT_FORM_PAGE"),
            ("rectification ledger", "supervision/v1/units/-/ledgerEntries:export", "form=LEDGER_FORM_DOCX", "form=LEDGER_FORM_PAGE"),
            ("bulletin", $"bulletin/v1/{County}/bulletins/2023-1:download", "format=FILE_FORMAT_DOCX", "format=FILE_FORMAT_PRINT"),
            ("statistics annex",
                $"bulletin/v1/{County}/statistics:download?startDate=2023-01-01&endDate=2023-06-30&subtree=true",
                "format=FILE_FORMAT_DOCX", "format=FILE_FORMAT_PRINT"),
            ("annual report", $"bulletin/v1/{County}/annualReports/2023:download", "format=FILE_FORMAT_DOCX", "format=FILE_FORMAT_PRINT"),
        };
        papers.AddRange(new[] { "scheme", "notice", "signInSheet", "record", "archiveIndex", "materials" }
            .Select(kind => (kind, $"sessions/v1/{session}/documents/{kind}", "form=DOCUMENT_FORM_DOCX", "form=DOCUMENT_FORM_PRINT_PAGE")));
        papers.AddRange(new[] { "FIRST_TOPICS", "RESEARCH", "LECTURES", "PUBLICITY" }.Select(kind => (
            $"ledger {kind}", $"sessions/v1/units/-/ledger:export?kind=LEDGER_KIND_{kind}&year=2023", "form=LEDGER_FORM_DOCX", "form=LEDGER_FORM_PAGE")));
        return papers;
    }

    private static async Task<string> FirstAsync(Rest rest, string path, string list) =>
        (await rest.GetAsync(path)).GetProperty(list)[0].GetProperty("name").GetString()!;

    private static string With(string path, string query) => path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
}

[Collection("county"), Trait("Needs", "Servers")]
public sealed class EveryDocumentOnCountyTests(CountyYear year) : EveryDocumentTests(year.Suite)
{
    private protected override bool HasOffice => true;
}

[Collection("standalone")]
public sealed class EveryDocumentOnStandaloneTests(StandaloneYear year) : EveryDocumentTests(year.Suite);
