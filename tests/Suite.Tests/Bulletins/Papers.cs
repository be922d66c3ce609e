using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace StudySuite.Suite.Tests.Bulletins;

internal static class Papers
{
    /// <summary>What the Open XML validator finds wrong; empty when all is well.</summary>
    public static IEnumerable<string> ErrorsIn(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file)
            .Select(error => $"{error.Path?.XPath} {error.Description}")];
    }
}
