using System.Globalization;

namespace StudySuite.Documents;

internal static class PrintGrid
{
    public static void Write(GridBlock block, HtmlWriter html)
    {
        var grid = block.Grid;
        html.Raw("<table>");
        if (block.Caption.Length > 0)
        {
            html.Element("caption", "", block.Caption);
        }

        var total = grid.Weights.Sum();
        html.Raw("<colgroup>");
        foreach (var weight in grid.Weights)
        {
            html.Raw(string.Create(CultureInfo.InvariantCulture, $"<col width=\"{100 * weight / total:0.##}%\">"));
        }

        html.Raw("</colgroup>\n").Raw(grid.HeadRows > 0 ? "<thead>" : "<tbody>");
        foreach (var (index, row) in grid.Rows.Index())
        {
            html.Raw(index == grid.HeadRows && index > 0 ? "</thead><tbody>" : "");
            Write(row, html);
        }

        html.Raw(grid.HeadRows >= grid.Rows.Count && grid.HeadRows > 0 ? "</thead></table>\n" : "</tbody></table>\n");
    }

    private static void Write(GridRow row, HtmlWriter html)
    {
        // An attribute, for the policy allows no style on elements; in pixels of 96 to the inch.
        html.Raw(row.MinMillimetres > 0
            ? string.Create(CultureInfo.InvariantCulture, $"<tr height=\"{row.MinMillimetres / 25.4 * 96:0}\">")
            : "<tr>");
        foreach (var cell in row.Cells)
        {
            var tag = cell.Style == CellStyle.Label ? "th" : "td";
            html.Raw($"<{tag}").Raw(cell.Style switch
            {
                CellStyle.Centred => " class=\"c\"", CellStyle.Number => " class=\"n\"", _ => "",
            });
            html.Raw(cell.Across > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.Across}\"") : "");
            html.Raw(cell.Down > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Down}\"") : "");
            html.Raw(">").Text(cell.Text).Raw($"</{tag}>");
        }

        html.Raw("</tr>\n");
    }
}
