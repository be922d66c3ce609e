using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>Styles by which the office goes on editing; sizes in half points: 3号 = 32, 2号 = 44, 4号 = 28.</summary>
internal static class DocxStyles
{
    public const string Body = "BodyText", Flush = "Flush", Centred = "Centred", Right = "RightText", Note = "Note",
        Mark = "IssuerMark", Number = "DocumentNumber", Title = "Title", Subtitle = "Subtitle",
        AnnexLabel = "AnnexLabel", Cell = "TableText", Label = "TableLabel", Colophon = "Colophon", PageNumber = "PageNumberLine", Thin = "Thin";

    private static readonly int Line = Paper.LineTwips;

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level}");

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                DocxFonts.Run(DocxFonts.Body), new Kern { Val = 0 }, new FontSize { Val = "32" },
                new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Of("Normal", "Normal", DocxFonts.Body, 32, JustificationValues.Both, isDefault: true),
        Of(Body, "Body Text", DocxFonts.Body, 32, JustificationValues.Both, firstLine: 2),
        Of(Flush, "正文顶格", DocxFonts.Body, 32, JustificationValues.Both),
        Of(Centred, "正文居中", DocxFonts.Body, 32, JustificationValues.Center),
        Of(Right, "正文右对齐", DocxFonts.Body, 32, JustificationValues.Right),
        Of(Note, "备注", DocxFonts.Kai, 24, JustificationValues.Left, line: 400),
        Of(Heading(1), "heading 1", DocxFonts.Hei, 32, JustificationValues.Both, firstLine: 2, outline: 0),
        Of(Heading(2), "heading 2", DocxFonts.Kai, 32, JustificationValues.Both, firstLine: 2, outline: 1),
        Of(Heading(3), "heading 3", DocxFonts.Body, 32, JustificationValues.Both, firstLine: 2, outline: 2),
        Of(Heading(4), "heading 4", DocxFonts.Body, 32, JustificationValues.Both, firstLine: 2, outline: 3),
        Of(Title, "Title", DocxFonts.Mark, 44, JustificationValues.Center, line: Line),
        Of(Subtitle, "Subtitle", DocxFonts.Kai, 32, JustificationValues.Center),
        Of(Mark, "发文机关标志", DocxFonts.Mark, 72, JustificationValues.Center, line: 900, colour: "FF0000"),
        Of(Number, "发文字号", DocxFonts.Body, 32, JustificationValues.Center, line: 360),
        Of(AnnexLabel, "附件序号", DocxFonts.Hei, 32, JustificationValues.Left),
        Of(Cell, "表格文字", DocxFonts.Body, 21, JustificationValues.Left, line: 300),
        Of(Label, "表格栏目", DocxFonts.Hei, 21, JustificationValues.Center, line: 300),
        Of(Colophon, "版记", DocxFonts.Body, 28, JustificationValues.Left, line: 480),
        Of(PageNumber, "页码", DocxFonts.Song, 28, JustificationValues.Right, line: 280),
        Of(Thin, "分隔", DocxFonts.Body, 2, JustificationValues.Left, line: 20),
        new Style(new StyleName { Val = "Table Grid" }, new UIPriority { Val = 39 }, new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })))
        { Type = StyleValues.Table, StyleId = "TableGrid" });

    /// <param name="line">Exact pitch in twips, off the grid; lines of the body lie on it and need none.</param>
    private static Style Of(
        string id, string name, string font, int halfPoints, JustificationValues justification,
        int firstLine = 0, int? line = null, int? outline = null, string? colour = null, bool isDefault = false)
    {
        var indent = (int)(firstLine * Paper.CharacterTwips);
        var paragraph = new StyleParagraphProperties();
        paragraph.Append(
            new WidowControl { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false });
        if (line is not null)
        {
            paragraph.Append(new SnapToGrid { Val = false });
        }

        paragraph.Append(new SpacingBetweenLines
        {
            Before = "0", After = "0", Line = Text(line ?? Line), LineRule = LineSpacingRuleValues.Exact,
        });
        if (firstLine > 0)
        {
            paragraph.Append(new Indentation { FirstLineChars = firstLine * 100, FirstLine = Text(indent) });
        }

        paragraph.Append(new Justification { Val = justification });
        if (outline is not null)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var run = new StyleRunProperties(DocxFonts.Run(font));
        if (line is not null)
        {
            run.Append(new SnapToGrid { Val = false });
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (line is null)
        {
            run.Append(new Spacing { Val = Paper.CharacterSpacingTwips });
        }

        run.Append(new FontSize { Val = Text(halfPoints) }, new FontSizeComplexScript { Val = Text(halfPoints) });
        return new Style(
            new StyleName { Val = name }, new PrimaryStyle(), paragraph, run)
        { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
