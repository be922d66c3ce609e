using System.Globalization;
using StudySuite.Defaults.Errors;

namespace StudySuite.Documents;

public sealed record SheetReading(IReadOnlyList<SheetRow> Rows, IReadOnlyList<SheetProblem> Problems);

/// <summary>A filled-in row. A cell that is empty or wrong reads as empty, null or no date.</summary>
/// <param name="Number">As the spreadsheet program shows it; the heads are row 1.</param>
public sealed class SheetRow(int number, IReadOnlyDictionary<string, object> values)
{
    public int Number { get; } = number;

    public string Text(string header) => values.GetValueOrDefault(header) as string ?? "";

    public int? Whole(string header) => values.GetValueOrDefault(header) as int?;

    public DateOnly? Date(string header) => values.GetValueOrDefault(header) as DateOnly?;

    /// <summary>A problem that only the importer can see, such as a unit that does not exist.</summary>
    public SheetProblem Problem(string header, string reason, params (string Key, string Value)[] metadata) =>
        new(Number, header, reason, metadata);
}

/// <summary>One thing that is wrong with a row; the sentence of the reason is in the resource files.</summary>
public sealed record SheetProblem(int Row, string Column, string Reason, params (string Key, string Value)[] Metadata)
{
    /// <summary>第 3 行“姓名”：必填。</summary>
    /// <param name="service">Whose sentences come first, as for other errors.</param>
    public string ToSentence(string service, CultureInfo culture)
    {
        var sentence = ErrorTexts.Sentence(
            service, Reason, Metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)), culture);
        return culture.TwoLetterISOLanguageName == "zh"
            ? string.Create(CultureInfo.InvariantCulture, $"第 {Row} 行“{Column}”：{sentence}")
            : string.Create(CultureInfo.InvariantCulture, $"Row {Row}, \"{Column}\": {sentence}");
    }
}
