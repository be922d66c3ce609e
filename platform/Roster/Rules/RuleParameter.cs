using System.Globalization;

namespace StudySuite.Roster;

/// <summary>What a parameter holds, as text.</summary>
public enum RuleType
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A decimal from 0 to 1.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>A day of the year, <c>MM-dd</c>.</summary>
    Day,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Some of the choices, separated by commas; may be empty.</summary>
    Set,
}

/// <summary>Where a default comes from: read in a source, recalled, or an engineering choice. Only the first is a rule.</summary>
public enum RuleEvidence
{
    Verified,
    Recalled,
    Inferred,
}

/// <summary>Which way a lower level may move a parameter (DOMAIN §2.1: the lowest level may only be stricter).</summary>
public enum RuleDirection
{
    /// <summary>Neither way is stricter: only the county sets it.</summary>
    CountyOnly,

    /// <summary>More is stricter; of a switch on; of choices the later one; of a set the larger one.</summary>
    Higher,

    /// <summary>Less is stricter; of a switch off; of days the earlier one.</summary>
    Lower,
}

/// <param name="Key">Key as in DOMAIN §1.</param>
/// <param name="Default">0 where the rule is off.</param>
/// <param name="Meaning">In Chinese, for the rulebook's page.</param>
/// <param name="Unit">days, working days, minutes …; empty for a plain count.</param>
public sealed record RuleParameter(string Key, RuleType Type, string Default, string Meaning, string Unit)
{
    public RuleEvidence Evidence { get; init; }

    /// <summary>Codes of DOMAIN §18, separated by blanks; empty for an engineering choice.</summary>
    public string Source { get; init; } = "";

    /// <summary>Least number; what no county may go below, such as the national rule's quarter.</summary>
    public decimal Min { get; init; }

    public decimal Max { get; init; }

    public RuleDirection Stricter { get; init; }

    /// <summary>Of a choice or set; of a choice from lax to strict.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the value is one that the parameter can have.</summary>
    public bool Fits(string value) => Type switch
    {
        RuleType.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Min && number <= Max,
        RuleType.Decimal => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
            && part >= Min && part <= Max,
        RuleType.Switch => value is "true" or "false",
        RuleType.Day => IsDayOfYear(value),
        RuleType.Choice => Choices.Contains(value),
        _ => Members(value) is var members && members.All(Choices.Contains) && members.Distinct().Count() == members.Length,
    };

    /// <summary>Whether <paramref name="value"/> asks at least as much as <paramref name="other"/>; both must fit.</summary>
    public bool IsAsStrictAs(string value, string other) => value == other || Stricter switch
    {
        RuleDirection.CountyOnly => false,
        _ when Type == RuleType.Set => Members(other).All(Members(value).Contains) == (Stricter == RuleDirection.Higher),
        RuleDirection.Higher => Rank(value) >= Rank(other),
        _ => Rank(value) <= Rank(other),
    };

    /// <summary>The members of a set's value.</summary>
    public static string[] Members(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private decimal Rank(string value) => Type switch
    {
        RuleType.Switch => value == "true" ? 1 : 0,
        RuleType.Day => int.Parse(value.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        RuleType.Choice => Choices.ToList().IndexOf(value),
        _ => decimal.Parse(value, CultureInfo.InvariantCulture),
    };

    // 2001 is no leap year: a deadline on 29 February would be missing in most years.
    private static bool IsDayOfYear(string value) =>
        DateOnly.TryParseExact($"2001-{value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
