using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StudySuite.Platform.Tests.Architecture;

/// <summary>Every reason has a sentence in both languages.</summary>
internal static partial class ErrorTextRules
{
    /// <summary>Reasons on an errors page, and those of violations anywhere: a field's name, then the reason.</summary>
    public static IEnumerable<string> ReasonsIn(SourceFile file) =>
        (file.Path.EndsWith("Errors.cs", StringComparison.Ordinal) ? Reason() : ReasonOfField())
            .Matches(file.Text).Select(match => match.Groups[1].Value);

    public static HashSet<string> KeysOf(SourceFile resx) =>
        [.. XDocument.Parse(resx.Text).Descendants("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Reason();

    [GeneratedRegex("\"[a-z][a-z0-9_.\\[\\]{}]*\",\\s*\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex ReasonOfField();
}
