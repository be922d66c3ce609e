using System.Globalization;
using StudySuite.Roster;

namespace StudySuite.Directory.Rulebooks;

/// <summary>Whether a value fits its parameter.</summary>
internal static class RuleValues
{
    /// <summary>What no county may go below: the national rule's quarter (DOMAIN §1.1), and security (§1.5).</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["discussion.min_per_quarter"] = 1,
        ["auth.password_min_len"] = 8,
        ["auth.password_max_age_days"] = 1,
        ["auth.lock_after_failures"] = 1,
        ["auth.lock_minutes"] = 1,
        ["auth.idle_timeout_minutes"] = 1,
        ["auth.idle_timeout_minutes_admin"] = 1,
        ["audit.retention_days"] = 183,
        ["bulletin.period_months"] = 1,
    };

    public static bool Fits(RuleParameter rule, string value) => rule.Type switch
    {
        RuleType.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Floors.GetValueOrDefault(rule.Key) && number <= 100_000,
        RuleType.Decimal => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
            && part is >= 0 and <= 1,
        RuleType.Switch => value is "true" or "false",
        _ => IsDayOfYear(rule.Default) ? IsDayOfYear(value) : value.Length is > 0 and <= 200,
    };

    // 2001 is no leap year: a deadline on 29 February would be missing in most years.
    private static bool IsDayOfYear(string value) =>
        DateOnly.TryParseExact($"2001-{value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
