namespace StudySuite.Documents;

/// <summary>Boxes as they stand on paper; tables and forms are both drawn from it.</summary>
/// <param name="Weights">Widths of the columns relative to each other.</param>
/// <param name="HeadRows">Rows at the top that are repeated on each page.</param>
public sealed record Grid(IReadOnlyList<double> Weights, IReadOnlyList<GridRow> Rows, int HeadRows);

/// <param name="MinMillimetres">Least height; 0 lets the text decide.</param>
public sealed record GridRow(IReadOnlyList<GridCell> Cells, double MinMillimetres = 0);

/// <param name="Across">Columns the box takes.</param>
/// <param name="Down">Rows the box takes.</param>
public sealed record GridCell(string Text, CellStyle Style = CellStyle.Text, int Across = 1, int Down = 1);

public enum CellStyle
{
    /// <summary>At the left.</summary>
    Text,

    Centred,

    Number,

    /// <summary>Head of a column or caption of a box: 黑体, centred.</summary>
    Label,
}
