using System.Globalization;
using static StudySuite.Roster.RuleDirection;

namespace StudySuite.Roster;

/// <summary>
/// The rulebook that the product ships: every parameter of DOMAIN §1 with its default. The only place where these
/// numbers stand. Face recognition (<c>face.enabled</c>) has no parameter: it is not shipped.
/// </summary>
public static partial class RuleDefaults
{
    public static IReadOnlyList<RuleParameter> All { get; } =
        [.. Frequency, .. Members, .. Deadlines, .. Observation, .. Rectification, .. Bulletin, .. Security];

    private static readonly Dictionary<string, RuleParameter> ByKey = All.ToDictionary(rule => rule.Key);

    /// <exception cref="KeyNotFoundException">No such key: a slip in the code that asks.</exception>
    public static RuleParameter Find(string key) => ByKey[key];

    public static bool Knows(string key) => ByKey.ContainsKey(key);

    private static RuleParameter Number(
        string key, int value, string meaning, int min, int max, RuleDirection stricter, string unit = "") =>
        new(key, RuleType.Number, value.ToString(CultureInfo.InvariantCulture), meaning, unit)
        {
            Min = min, Max = max, Stricter = stricter,
        };

    private static RuleParameter Decimal(string key, string value, string meaning, decimal min, RuleDirection stricter) =>
        new(key, RuleType.Decimal, value, meaning, "") { Min = min, Max = 1, Stricter = stricter };

    private static RuleParameter Switch(string key, bool value, string meaning, RuleDirection stricter) =>
        new(key, RuleType.Switch, value ? "true" : "false", meaning, "") { Stricter = stricter };

    private static RuleParameter Day(string key, string value, string meaning) =>
        new(key, RuleType.Day, value, meaning, "") { Stricter = Lower };

    private static RuleParameter Choice(
        string key, string value, string meaning, RuleDirection stricter, params string[] choices) =>
        new(key, RuleType.Choice, value, meaning, "") { Stricter = stricter, Choices = choices };

    private static RuleParameter Set(string key, string value, string meaning, params string[] choices) =>
        new(key, RuleType.Set, value, meaning, "") { Stricter = Higher, Choices = choices };

    /// <summary>Read in these sources.</summary>
    private static RuleParameter From(this RuleParameter rule, string sources) => rule with { Source = sources };

    /// <summary>General knowledge, found in no source: never shown as an official rule.</summary>
    private static RuleParameter Recalled(this RuleParameter rule, string sources = "") =>
        rule with { Evidence = RuleEvidence.Recalled, Source = sources };

    /// <summary>An engineering choice: never shown as an official rule. The sources ask for it without a number.</summary>
    private static RuleParameter Inferred(this RuleParameter rule, string sources = "") =>
        rule with { Evidence = RuleEvidence.Inferred, Source = sources };
}
