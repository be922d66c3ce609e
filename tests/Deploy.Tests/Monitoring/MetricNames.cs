using System.Text.RegularExpressions;

namespace StudySuite.Deploy.Tests.Monitoring;

/// <summary>Names of metrics in what Prometheus fetches and in what asks for them.</summary>
internal static partial class MetricNames
{
    private static readonly HashSet<string> Words =
    [
        "sum", "max", "min", "rate", "by", "histogram_quantile", "increase", "avg", "count",
    ];

    /// <summary>Those that an expression names: labels and functions left out.</summary>
    public static IEnumerable<string> In(string expression) => Name()
        .Matches(Grouping().Replace(Selector().Replace(expression, ""), "")).Select(match => match.Value)
            .Where(name => !Words.Contains(name));

    /// <summary>Those that a page of metrics holds.</summary>
    public static HashSet<string> On(string page) => [.. Sample().Matches(page).Select(match => match.Groups[1].Value)];

    /// <summary>A counter that has not counted yet is not on the page: its name as the exporter will write
    /// it.</summary>
    public static string OfCounter(string instrument, string unit = "") =>
        $"{instrument.Replace('.', '_')}{(unit.Length > 0 ? "_" + unit : "")}_total";

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\bby\s*\([^)]*\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\b[a-zA-Z_][a-zA-Z0-9_]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^([a-zA-Z_][a-zA-Z0-9_]*)[ {]", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
