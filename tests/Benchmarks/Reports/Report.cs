using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StudySuite.Benchmarks.Reports;

/// <summary>All that a run has measured, printed as it comes and written at the end as Markdown and JSON.</summary>
internal sealed class Report(string machine, TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<(string Line, Row Row)> rows = [];
    private readonly List<(string Line, string Text)> notes = [];
    private string line = "";

    public void Begin(string name)
    {
        line = name;
        output.WriteLine($"== {name}");
    }

    public void Add(Row row)
    {
        rows.Add((line, row));
        output.WriteLine(Cells(row).TrimEnd('|', ' '));
    }

    /// <summary>What a reader must know besides: the client's share of the processors, sizes, what was left out.</summary>
    public void Note(string text)
    {
        notes.Add((line, text));
        output.WriteLine($"   {text}");
    }

    /// <returns>The Markdown.</returns>
    public string Write(string folder)
    {
        var text = new StringBuilder($"{machine}\n");
        foreach (var name in rows.Select(row => row.Line).Concat(notes.Select(note => note.Line)).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {name}\n\n");
            var ofLine = rows.Where(row => row.Line == name).ToList();
            if (ofLine.Count > 0)
            {
                text.Append("| Measured | Here | Against | Ratio | Spread | Must reach |\n|---|---:|---:|---:|---|---|\n");
                ofLine.ForEach(row => text.Append('|').Append(Cells(row.Row)).Append('\n'));
                text.Append('\n');
            }

            notes.Where(note => note.Line == name).ToList()
                .ForEach(note => text.Append(CultureInfo.InvariantCulture, $"- {note.Text}\n"));
        }

        System.IO.Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "bench.md"), text.ToString());
        File.WriteAllText(Path.Combine(folder, "bench.json"), JsonSerializer.Serialize(
            new
            {
                machine,
                rows = rows.Select(row => new
                {
                    line = row.Line, what = row.Row.What, unit = row.Row.Unit, ours = row.Row.Ours, against = row.Row.Against,
                    ratios = row.Row.Ratios, budget = row.Row.Budget,
                }),
                notes = notes.Select(note => new { line = note.Line, text = note.Text }),
            },
            Json));
        return text.ToString();
    }

    private static string Cells(Row row)
    {
        var (against, ratio, spread) = row.Against.Count == 0
            ? ("", "", Between(row.Ours))
            : (Figure(Row.Median(row.Against)), $"{Figure(Row.Median(row.Ratios))} ×", Between(row.Ratios));
        return $" {row.What} | {Figure(Row.Median(row.Ours))} {row.Unit} | {against} | {ratio} | {spread} | {row.Budget} |";
    }

    private static string Between(IReadOnlyList<double> figures) =>
        figures.Count < 2 ? "" : $"{Figure(figures.Min())}–{Figure(figures.Max())}";

    private static string Figure(double figure) =>
        figure.ToString(Math.Abs(figure) >= 100 ? "f0" : Math.Abs(figure) >= 10 ? "f1" : "f2", CultureInfo.InvariantCulture);
}
