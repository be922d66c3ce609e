using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>版记: at the foot of the last page, between lines of 0.35 mm, divided by one of 0.25 mm.</summary>
internal static class DocxColophon
{
    private const uint Thick = 8, Thin = 6;

    public static IEnumerable<OpenXmlElement> Of(Colophon end)
    {
        var width = Paper.Twips(Paper.AreaWidth);
        var table = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TablePositionProperties
                {
                    HorizontalAnchor = HorizontalAnchorValues.Margin, VerticalAnchor = VerticalAnchorValues.Margin,
                    TablePositionXAlignment = HorizontalAlignmentValues.Center,
                    TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                },
                new TableOverlap { Val = TableOverlapValues.Never },
                new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = Thick, Color = "000000" },
                    new BottomBorder { Val = BorderValues.Single, Size = Thick, Color = "000000" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = Thin, Color = "000000" }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(
                new GridColumn { Width = Text(width / 2) }, new GridColumn { Width = Text(width - width / 2) }));
        if (end.CopiesTo.Length > 0)
        {
            var copies = $"抄送：{end.CopiesTo.TrimEnd('。')}。";
            table.Append(new TableRow(Cell(copies, width, across: 2, JustificationValues.Left)));
        }

        table.Append(new TableRow(
            Cell(end.PrintedBy, width / 2, across: 1, JustificationValues.Left),
            Cell($"{Texts.Day(end.PrintedOn)}印发", width - width / 2, across: 1, JustificationValues.Right)));
        yield return table;
        yield return DocxText.Line("", DocxStyles.Thin);
    }

    private static TableCell Cell(string text, int width, int across, JustificationValues side)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (across > 1)
        {
            properties.Append(new GridSpan { Val = across });
        }

        return new TableCell(properties, DocxText.Line(
            text, DocxStyles.Colophon,
            new Indentation { Left = "172", Right = "172" }, new Justification { Val = side }));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
