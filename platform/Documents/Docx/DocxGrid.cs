using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>A grid of boxes as a table over the whole type area.</summary>
internal static class DocxGrid
{
    public static DocumentFormat.OpenXml.Wordprocessing.Table Of(Grid grid, int width)
    {
        var total = grid.Weights.Sum();
        int[] widths = [.. grid.Weights.Select(weight => (int)(width * weight / total))];
        var table = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(column => new GridColumn { Width = Text(column) })));

        var open = new (int Rows, int Across)[widths.Length];
        foreach (var (index, row) in grid.Rows.Index())
        {
            table.Append(Row(row, index < grid.HeadRows, widths, open));
        }

        return table;
    }

    /// <param name="open">Boxes of rows above that reach down: at their first column, how many rows are left.</param>
    private static TableRow Row(GridRow row, bool isHead, int[] widths, (int Rows, int Across)[] open)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (row.MinMillimetres > 0)
        {
            properties.Append(new TableRowHeight
            {
                Val = (uint)Paper.Twips(row.MinMillimetres), HeightType = HeightRuleValues.AtLeast,
            });
        }

        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        var written = new TableRow(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            column = Continue(written, column, widths, open);
            written.Append(Cell(cell, widths.AsSpan(column, cell.Across)));
            if (cell.Down > 1)
            {
                open[column] = (cell.Down - 1, cell.Across);
            }

            column += cell.Across;
        }

        Continue(written, column, widths, open);
        return written;
    }

    private static int Continue(TableRow row, int column, int[] widths, (int Rows, int Across)[] open)
    {
        while (column < widths.Length && open[column].Rows > 0)
        {
            var across = open[column].Across;
            row.Append(new TableCell(
                Properties(widths.AsSpan(column, across), new VerticalMerge { Val = MergedCellValues.Continue }),
                DocxText.Line("", DocxStyles.Cell)));
            open[column].Rows--;
            column += across;
        }

        return column;
    }

    private static TableCell Cell(GridCell cell, ReadOnlySpan<int> widths)
    {
        var box = new TableCell(Properties(
            widths, cell.Down > 1 ? new VerticalMerge { Val = MergedCellValues.Restart } : null));
        var style = cell.Style == CellStyle.Label ? DocxStyles.Label : DocxStyles.Cell;
        foreach (var line in cell.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            box.Append(cell.Style switch
            {
                CellStyle.Centred => DocxText.Line(line, style, new Justification { Val = JustificationValues.Center }),
                CellStyle.Number => DocxText.Line(line, style, new Justification { Val = JustificationValues.Right }),
                _ => DocxText.Line(line, style),
            });
        }

        return box;
    }

    private static TableCellProperties Properties(ReadOnlySpan<int> widths, VerticalMerge? merge)
    {
        var sum = 0;
        foreach (var width in widths)
        {
            sum += width;
        }

        var properties = new TableCellProperties(
            new TableCellWidth { Width = Text(sum), Type = TableWidthUnitValues.Dxa });
        if (widths.Length > 1)
        {
            properties.Append(new GridSpan { Val = widths.Length });
        }

        if (merge is not null)
        {
            properties.Append(merge);
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return properties;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
