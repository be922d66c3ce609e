using StudySuite.Defaults.Errors;

namespace StudySuite.Documents;

/// <summary>What a sheet that people fill in looks like: the template to download, and how it is read again.</summary>
/// <param name="Name">Of the sheet.</param>
public sealed record SheetTemplate(string Name, params IReadOnlyList<SheetColumn> Columns)
{
    public int MaxRows { get; init; } = 5000;

    public int MaxBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>The sheet to fill in, empty, and a second one that says what goes into each column.</summary>
    public byte[] ToXlsx()
    {
        var help = Columns.Aggregate(
            new Table("填写说明", new Column("栏目", 2), new Column("必填"), new Column("内容", 6), new Column("示例", 3)),
            (table, column) => table.Row(column.Header, column.IsRequired ? "是" : "否", column.Help, column.Example));
        return Workbook.ToXlsx(new Table(Name, [.. Columns.Select(column => new Column(column.Header, 3))]), help);
    }

    /// <summary>
    /// The filled-in rows, and everything that is wrong with them. A file that is none, too large, a bomb, or without a
    /// required column is refused as a violation of <paramref name="field"/>.
    /// </summary>
    public SheetReading Read(ReadOnlyMemory<byte> file, string field = "file")
    {
        SheetGuard.Check(file, this, field);
        var cells = SheetCells.Of(file);
        if (cells is null)
        {
            throw DomainError.Invalid(field, "FILE_NOT_XLSX");
        }

        var places = new Dictionary<string, string>();
        foreach (var (letter, header) in cells.Take(1).SelectMany(row => row.Values))
        {
            places.TryAdd(header.ToString()?.Trim() ?? "", letter);
        }

        var missing = Columns.Where(column => column.IsRequired && !places.ContainsKey(column.Header)).ToList();
        if (missing.Count > 0)
        {
            var heads = string.Join('、', missing.Select(column => column.Header));
            throw DomainError.Invalid(field, "SHEET_COLUMNS_MISSING", ("columns", heads));
        }

        var problems = new List<SheetProblem>();
        var rows = cells.Skip(1).Where(row => row.Values.Values.Any(value => value.ToString()?.Trim().Length > 0))
            .Select(row => SheetCells.Row(row, places, Columns, problems)).ToList();
        if (rows.Count > MaxRows)
        {
            throw DomainError.Invalid(field, "SHEET_TOO_MANY_ROWS", ("max", Table.Text(MaxRows)));
        }

        return new SheetReading(rows, problems);
    }
}

public sealed record SheetColumn(string Header, SheetKind Kind = SheetKind.Text, bool IsRequired = false)
{
    public int MaxLength { get; init; } = 200;

    /// <summary>The words that may stand in the column; empty allows all.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public string Example { get; init; } = "";

    /// <summary>What goes into the column, in addition to what its kind and choices say.</summary>
    public string Note { get; init; } = "";

    internal string Help => string.Concat(Note, Note.Length > 0 ? "；" : "", Kind switch
    {
        SheetKind.Date => "日期，如 2023-07-15",
        SheetKind.Whole => "整数",
        _ => Choices.Count > 0 ? $"限填：{string.Join('、', Choices)}" : $"文字，最多 {MaxLength} 字",
    });
}

public enum SheetKind
{
    Text,
    Whole,
    Date,
}
