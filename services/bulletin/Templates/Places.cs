using System.Globalization;
using System.Text.RegularExpressions;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;

namespace StudySuite.Bulletin.Templates;

/// <summary>What stands in braces in a template, and what it becomes.</summary>
internal static partial class Places
{
    private static readonly HashSet<string> Words =
        ["期间", "范围", "单位数", "参学率", "未报送单位", "无集中学习单位", "共性问题"];

    /// <summary>Places of the text that mean nothing; names of units are looked up elsewhere.</summary>
    public static IEnumerable<string> Unknown(string text, IndicatorNames names) => Place().Matches(text)
        .Select(match => match.Groups[1].Value)
        .Where(place => !Words.Contains(place) && !place.StartsWith("单位:", StringComparison.Ordinal)
            && names.Find(place[(place.IndexOf(':') + 1)..]) is null);

    public static string Fill(string text, Content content) =>
        Place().Replace(text, match => Value(match.Groups[1].Value, content) ?? match.Value);

    private static string? Value(string place, Content content) => place switch
    {
        "期间" => content.PeriodName,
        "范围" => content.Scope,
        "单位数" => Text(content.Units.Count),
        "参学率" => Rate(content.Current),
        "未报送单位" => Named(content, content.Unreported),
        "无集中学习单位" => Named(content, [.. content.Units.Where(unit =>
            content.Current.Of(unit.Code, IndicatorDictionary.CollectiveSessions.Key) == 0).Select(unit => unit.Name)]),
        "共性问题" => content.CommonProblems,
        _ when place.StartsWith("上期:", StringComparison.Ordinal) && content.Names.Find(place[3..]) is { } indicator =>
            Text(content.Previous.Total(indicator.Key)),
        _ when place.StartsWith("增减:", StringComparison.Ordinal) && content.Names.Find(place[3..]) is { } indicator =>
            Change(content.Current.Total(indicator.Key) - content.Previous.Total(indicator.Key)),
        _ => content.Names.Find(place) is { } indicator ? Text(content.Current.Total(indicator.Key)) : null,
    };

    private static string Rate(Figures figures)
    {
        var expected = figures.Total(IndicatorDictionary.ExpectedPersonTimes.Key);
        var present = figures.Total(IndicatorDictionary.PresentPersonTimes.Key);
        return expected == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{100m * present / expected:0.#}%");
    }

    private static string Named(Content content, List<string> units) =>
        units.Count == 0 ? "无" : content.IsNamed ? string.Join('、', units) : $"{units.Count}个单位";

    private static string Change(int by) => by == 0 ? "持平" : by > 0 ? $"增加{by}" : $"减少{-by}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([^{}\n]{1,80})\}")]
    private static partial Regex Place();

    /// <param name="Unreported">Names of the units without a self-report.</param>
    /// <param name="IsNamed">点名.</param>
    internal sealed record Content(
        string PeriodName, string Scope, List<Roster.UnitView> Units, Figures Current, Figures Previous,
        IndicatorNames Names, List<string> Unreported, string CommonProblems, bool IsNamed);
}
