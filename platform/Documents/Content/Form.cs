namespace StudySuite.Documents;

/// <summary>A form of boxes: captions and what is written beside them, row by row.</summary>
/// <param name="Weights">Widths of the columns of the underlying grid; a row's boxes must fill it.</param>
public sealed record Form(params IReadOnlyList<double> Weights)
{
    private readonly List<GridRow> rows = [];

    public Form Row(params IReadOnlyList<GridCell> cells) => Row(0, cells);

    /// <param name="minMillimetres">Least height, for text that is written by hand.</param>
    public Form Row(double minMillimetres, params IReadOnlyList<GridCell> cells)
    {
        rows.Add(new GridRow(cells, minMillimetres));
        return this;
    }

    /// <summary>A caption and a box over the rest of the row.</summary>
    public Form Field(string label, string value, double minMillimetres = 0) =>
        Row(minMillimetres, Label(label), Value(value, Weights.Count - 1));

    public static GridCell Label(string text, int across = 1, int down = 1) => new(text, CellStyle.Label, across, down);

    public static GridCell Value(object? value, int across = 1, int down = 1) =>
        new(Documents.Table.Text(value), CellStyle.Text, across, down);

    public static GridCell Centred(object? value, int across = 1, int down = 1) =>
        new(Documents.Table.Text(value), CellStyle.Centred, across, down);

    internal Grid ToGrid() => new(Weights, rows, HeadRows: 0);
}
