using System.Globalization;

namespace StudySuite.Documents;

/// <summary>Rows under columns: in a document, on a print page, or as a sheet of a workbook.</summary>
/// <param name="Name">Of the sheet.</param>
public sealed record Table(string Name, params IReadOnlyList<Column> Columns)
{
    private readonly List<IReadOnlyList<object?>> rows = [];

    /// <summary>Line above the table in a document.</summary>
    public string Caption { get; init; } = "";

    public IReadOnlyList<IReadOnlyList<object?>> Rows => rows;

    /// <param name="cells">Texts, numbers and dates, one per column; numbers stay numbers in a sheet.</param>
    public Table Row(params IReadOnlyList<object?> cells)
    {
        if (cells.Count != Columns.Count)
        {
            throw new ArgumentException($"{cells.Count} cells for {Columns.Count} columns.", nameof(cells));
        }

        rows.Add(cells);
        return this;
    }

    internal Grid ToGrid() => new(
        [.. Columns.Select(column => column.Weight)],
        [new GridRow([.. Columns.Select(column => new GridCell(column.Header, CellStyle.Label))]),
         .. rows.Select(row => new GridRow(
             [.. row.Index().Select(cell => new GridCell(Text(cell.Item), Columns[cell.Index].Style))]))],
        HeadRows: 1);

    internal static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToOffset(TimeSpan.FromHours(8))
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool holds => holds ? "是" : "否",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <param name="Weight">Width relative to the other columns.</param>
public sealed record Column(string Header, double Weight = 1, CellStyle Style = CellStyle.Centred);
