using StudySuite.Documents;

namespace StudySuite.Sessions.Printing;

/// <summary>
/// Pages of a document by the measure of its layout, 22 lines of 28 characters. Word may break a table elsewhere: the
/// index says how thick a paper is, not where its pages end.
/// </summary>
internal static class PageCount
{
    private const int Lines = 22;
    private const double Characters = 28;
    private const int HeadLines = 4;

    public static int Of(Document document) => Math.Max(1, (int)Math.Ceiling(
        (HeadLines + document.Blocks.Sum(LinesOf)) / (double)Lines));

    private static int LinesOf(Block block) => block switch
    {
        Heading heading => LinesOf(heading.Text, Characters),
        Paragraph paragraph => LinesOf(paragraph.Text, Characters),
        ItemList list => list.Items.Sum(item => LinesOf(item, Characters)),
        GridBlock grid => grid.Grid.Rows.Sum(row => LinesOf(row, grid.Grid.Weights)),
        SignatureBlock => 3,
        _ => 1,
    };

    private static int LinesOf(GridRow row, IReadOnlyList<double> weights)
    {
        var (lines, at, all) = (1, 0, weights.Sum());
        foreach (var cell in row.Cells)
        {
            var share = weights.Skip(at).Take(cell.Across).Sum() / all;
            lines = Math.Max(lines, LinesOf(cell.Text, Math.Max(1, Characters * share)));
            at += cell.Across;
        }

        return lines;
    }

    private static int LinesOf(string text, double perLine) => Math.Max(1, (int)Math.Ceiling(text.Length / perLine));
}
