using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

public static class DocxFile
{
    /// <summary>The document as DOCX in the layout of GB/T 9704-2012.</summary>
    public static byte[] ToDocx(this Document document)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = Texts.Clean(document.Title.ReplaceLineEndings(""));
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Styles();
            main.AddNewPart<FontTablePart>().Fonts = DocxFonts.Table();
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            DocxSections.AddFooters(main);
            main.Document = new W.Document(new DocxBody(main).Of(document));
        }

        return bytes.ToArray();
    }

    private static W.Settings Settings() => new(
        new W.EvenAndOddHeaders(),
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(
            new W.UseFarEastLayout(),
            new W.CompatibilitySetting
            {
                Name = W.CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word", Val = "15",
            }));
}
