using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = StudySuite.Documents.Document;
using StudySuite.Documents;

namespace StudySuite.Platform.Tests.Documents;

public sealed class DocxTests
{
    [Fact]
    public void ToDocx_EveryBlock_IsValidOpenXml()
    {
        using var file = Open(Samples.Everything());

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365)
            .Validate(file, TestContext.Current.CancellationToken);

        Assert.Empty(errors.Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void ToDocx_Portrait_HasTheMeasuresOfTheStandard()
    {
        using var file = Open(Samples.FullPages());
        var section = file.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single();
        var (size, margin, grid) = (
            section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((2098, 1984), (margin.Top!.Value, margin.Bottom!.Value));
        Assert.Equal((1587u, 1474u), (margin.Left!.Value, margin.Right!.Value));
        Assert.Equal(DocGridValues.Lines, grid.Type!.Value);
        Assert.Equal(22, (16838 - 2098 - 1984) / grid.LinePitch!.Value);
        // A character of the body: 16 points, and what its style narrows it by.
        var body = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Flush");
        var (font, spacing) = (body.StyleRunProperties!.FontSize!.Val!.Value, body.StyleRunProperties.Spacing!.Val!.Value);
        Assert.Equal(("32", 28), (font, (int)((11906 - 1587 - 1474) / (20.0 * 16 + spacing))));
    }

    private static WordprocessingDocument Open(Document document) =>
        WordprocessingDocument.Open(new MemoryStream(document.ToDocx()), isEditable: false);
}
