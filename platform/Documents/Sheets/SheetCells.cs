using System.Globalization;
using System.Xml;
using MiniExcelLibs;

namespace StudySuite.Documents;

/// <summary>Cells as the file has them, and what they mean in their columns.</summary>
internal static class SheetCells
{
    private static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss"];

    /// <returns>Null when the file is no workbook after all.</returns>
    public static List<RawRow>? Of(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var bytes = new MemoryStream(file.ToArray(), writable: false);
            return [.. bytes.Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()
                .Select((row, index) => new RawRow(index + 1, row.Where(cell => cell.Value is not null)
                    .ToDictionary(cell => cell.Key, cell => cell.Value!)))];
        }
        // A damaged workbook fails in as many ways as its reader has lines: an answer to the caller, no fault here.
        catch (Exception error) when (error is XmlException or InvalidDataException or InvalidOperationException
            or FormatException or NullReferenceException or ArgumentException or KeyNotFoundException
            or NotSupportedException or IndexOutOfRangeException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    public static SheetRow Row(
        RawRow row, Dictionary<string, string> places, IReadOnlyList<SheetColumn> columns, List<SheetProblem> problems)
    {
        var values = new Dictionary<string, object>();
        foreach (var column in columns)
        {
            var raw = places.TryGetValue(column.Header, out var letter) ? row.Values.GetValueOrDefault(letter) : null;
            var text = Text(raw);
            if (text.Length == 0)
            {
                Add(column.IsRequired, "FIELD_REQUIRED");
                continue;
            }

            switch (column.Kind)
            {
                case SheetKind.Date when Day(raw, text) is { } day:
                    values[column.Header] = day;
                    break;
                case SheetKind.Date:
                    Add(true, "SHEET_DATE_INVALID", ("value", Short(text)));
                    break;
                case SheetKind.Whole when Whole(text) is { } whole:
                    values[column.Header] = whole;
                    break;
                case SheetKind.Whole:
                    Add(true, "SHEET_NUMBER_INVALID", ("value", Short(text)));
                    break;
                default:
                    var problem = problems.Count;
                    Add(text.Length > column.MaxLength, "TEXT_TOO_LONG", ("max", Table.Text(column.MaxLength)));
                    Add(text.Any(IsUnseen), "TEXT_HAS_CONTROL_CHARACTERS");
                    Add(column.Choices.Count > 0 && !column.Choices.Contains(text), "SHEET_CHOICE_UNKNOWN",
                        ("value", Short(text)), ("choices", string.Join('、', column.Choices)));
                    if (problem == problems.Count)
                    {
                        values[column.Header] = text;
                    }

                    break;
            }

            void Add(bool isWrong, string reason, params (string Key, string Value)[] metadata)
            {
                if (isWrong)
                {
                    problems.Add(new SheetProblem(row.Number, column.Header, reason, metadata));
                }
            }
        }

        return new SheetRow(row.Number, values);
    }

    // What our own sheets neutralise with an apostrophe comes back without it.
    private static string Text(object? value)
    {
        var text = (value switch
        {
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        }).Trim();
        return text.Length > 1 && text[0] == '\'' && Workbook.Neutral(text[1..]) == text ? text[1..] : text;
    }

    private static bool IsUnseen(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static DateOnly? Day(object? raw, string text) => raw switch
    {
        DateTime day => DateOnly.FromDateTime(day),
        _ when DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1950 and <= 2200 => day,
        // A date whose cell lost its format is the count of its days.
        double serial when serial is >= 18264 and < 109940 => DateOnly.FromDateTime(DateTime.FromOADate(serial)),
        _ => null,
    };

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    /// <param name="Values">By the letters of their columns.</param>
    internal sealed record RawRow(int Number, IReadOnlyDictionary<string, object> Values);
}
