using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using P = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace StudySuite.Documents;

internal static class DocxText
{
    /// <summary>A paragraph of that style; line feeds inside break the line.</summary>
    public static P Line(string text, string style, params OpenXmlElement[] properties)
    {
        var own = new ParagraphProperties(new ParagraphStyleId { Val = style });
        own.Append(properties);
        var paragraph = new P(own);
        if (text.Length > 0)
        {
            paragraph.Append(Run(text));
        }

        return paragraph;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (index, line) in Texts.Clean(text.ReplaceLineEndings("\n")).Split('\n').Index())
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
