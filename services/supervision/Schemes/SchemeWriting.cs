using System.Globalization;
using System.Text.RegularExpressions;
using StudySuite.Defaults.Errors;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Schemes;

/// <summary>What a scheme holds, checked as a whole.</summary>
internal static partial class SchemeWriting
{
    private const string At = "score_scheme";

    public static SchemeContent ContentOf(V1.ScoreScheme asked, Violations wrong)
    {
        wrong.Text($"{At}.title", asked.Title).Range($"{At}.year", asked.Year, 1990, 2200)
            .OptionalText($"{At}.source", asked.Source, 500)
            .Range($"{At}.unit_kinds", asked.UnitKinds.Count, 0, 20)
            .Range($"{At}.items", asked.Items.Count, 1, 50);
        var keys = new HashSet<string>();
        var items = asked.Items.Select((item, i) => ItemOf(item, $"{At}.items[{i}]", keys, wrong)).ToList();
        return new SchemeContent(asked.Title, asked.Year, [.. asked.UnitKinds], items, asked.Source);
    }

    /// <summary>Null when it is empty; points are decimals, never binary fractions.</summary>
    public static decimal? Points(this Violations wrong, string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (PointsPattern().IsMatch(text))
        {
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        }

        wrong.Add(field, "POINTS_INVALID", ("value", text));
        return null;
    }

    public static string ToText(this decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static SchemeItem ItemOf(ScoreItem item, string at, HashSet<string> keys, Violations wrong)
    {
        wrong.Key($"{at}.key", item.Key, keys).Text($"{at}.title", item.Title, 300).Range($"{at}.lines", item.Lines.Count, 1, 20)
            .AddIf(item.MaxPoints.Length == 0, $"{at}.max_points", "FIELD_REQUIRED");
        var max = wrong.Points($"{at}.max_points", item.MaxPoints) ?? 0;
        return new SchemeItem(
            item.Key, item.Title, max, [.. item.Lines.Select((line, i) => LineOf(line, $"{at}.lines[{i}]", keys, wrong))]);
    }

    private static SchemeLine LineOf(ScoreLine line, string at, HashSet<string> keys, Violations wrong)
    {
        wrong.Key($"{at}.key", line.Key, keys).Text($"{at}.title", line.Title, 300).Enum($"{at}.method", line.Method)
            .OptionalText($"{at}.check_way", line.CheckWay)
            .AddIf(line.Points.Length == 0, $"{at}.points", "FIELD_REQUIRED")
            .AddIf(line.Method == ScoreMethod.Manual && line.Indicators.Count > 0, $"{at}.indicators", "INDICATORS_NOT_ALLOWED");
        for (var i = 0; i < line.Indicators.Count; i++)
        {
            wrong.Enum($"{at}.indicators[{i}]", line.Indicators[i]);
        }

        var points = wrong.Points($"{at}.points", line.Points) ?? 0;
        var most = wrong.Points($"{at}.points_max", line.PointsMax);
        wrong.AddIf(most < points, $"{at}.points_max", "POINTS_INVALID", ("value", line.PointsMax));
        return new SchemeLine(
            line.Key, line.Title, line.Method, points, most, wrong.Points($"{at}.cap", line.Cap), [.. line.Indicators], line.CheckWay);
    }

    private static Violations Key(this Violations wrong, string field, string key, HashSet<string> keys) => wrong
        .AddIf(!KeyPattern().IsMatch(key), field, "KEY_INVALID", ("value", key))
        .AddIf(!keys.Add(key), field, "KEY_REPEATED");

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^[0-9]{1,4}([.][0-9]{1,2})?$")]
    private static partial Regex PointsPattern();
}
