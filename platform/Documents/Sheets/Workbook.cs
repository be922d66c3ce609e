using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace StudySuite.Documents;

public static class Workbook
{
    private const string FormulaStarts = "=+-@\t\r";

    public static byte[] ToXlsx(this Table table) => ToXlsx([table]);

    /// <summary>A workbook with a sheet per table: column heads first, numbers as numbers, dates as dates.</summary>
    public static byte[] ToXlsx(params IReadOnlyList<Table> tables)
    {
        var sheets = new Dictionary<string, object>();
        var widths = new List<DynamicExcelColumn>();
        foreach (var table in tables)
        {
            sheets.Add(SheetName(table.Name, sheets.Keys), ToData(table));
            widths.AddRange(table.Columns
                .Where(column => widths.TrueForAll(known => known.Key != Neutral(column.Header)))
                .Select(column => new DynamicExcelColumn(Neutral(column.Header))
                {
                    Width = Math.Clamp(6 + column.Weight * 6, Texts.Width(column.Header) * 2 + 3, 60),
                }));
        }

        using var bytes = new MemoryStream();
        bytes.SaveAs(sheets, configuration: new OpenXmlConfiguration
        {
            FreezeRowCount = 1, AutoFilter = false, DynamicColumns = [.. widths],
        });
        return bytes.ToArray();
    }

    /// <summary>
    /// A text that a spreadsheet program would run as a formula gets an apostrophe before it: it stays a text even when
    /// the sheet is saved as CSV and opened again.
    /// </summary>
    internal static string Neutral(string text)
    {
        text = Texts.Clean(text);
        return text.Length > 0 && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;
    }

    /// <summary>At most 31 characters, none of those that a sheet's name must not hold, and unlike the others.</summary>
    internal static string SheetName(string name, IReadOnlyCollection<string> taken)
    {
        var safe = string.Concat(Texts.Clean(name).Where(c => !"\\/?*[]:'".Contains(c) && !char.IsControl(c)));
        safe = safe.Length == 0 ? "Sheet" : safe.Length <= 28 ? safe : safe[..28];
        var unlike = safe;
        for (var number = 2; taken.Contains(unlike, StringComparer.OrdinalIgnoreCase); number++)
        {
            unlike = $"{safe}{number}";
        }

        return unlike;
    }

    private static DataTable ToData(Table table)
    {
        var data = new DataTable();
        foreach (var column in table.Columns)
        {
            data.Columns.Add(Neutral(column.Header), typeof(object));
        }

        foreach (var row in table.Rows)
        {
            data.Rows.Add([.. row.Select(Cell)]);
        }

        return data;
    }

    private static object Cell(object? value) => value switch
    {
        int or long or double or decimal => value,
        _ => Neutral(Table.Text(value)),
    };
}
