using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Rulebooks;

/// <summary>What can go wrong with a rulebook.</summary>
internal static class RulebookErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("RULEBOOK_NOT_FOUND", name);

    public static void Unknown(Violations wrong, string key, string? field = null) =>
        wrong.Add(field ?? Field(key), "RULE_UNKNOWN", ("key", key));

    public static void ValueInvalid(Violations wrong, string key, string value, string? field = null) =>
        wrong.Add(field ?? Field(key), "RULE_VALUE_INVALID", ("key", key), ("value", value));

    /// <summary>A version may not start before the one it follows.</summary>
    public static void TooEarly(Violations wrong, string earliest) =>
        wrong.Add("effective_from", "RULEBOOK_TOO_EARLY", ("earliest", earliest));

    /// <summary>A lower level may only be stricter (DOMAIN §2.1).</summary>
    public static void Laxer(Violations wrong, string field, string key, string value, string above) =>
        wrong.Add(field, "RULE_LAXER", ("key", key), ("value", value), ("above", above));

    /// <summary>Neither way is stricter, so only the county sets it.</summary>
    public static void OfCountyOnly(Violations wrong, string field, string key) =>
        wrong.Add(field, "RULE_OF_COUNTY_ONLY", ("key", key));

    public static void ScopeUnknown(Violations wrong, string field, string scope) =>
        wrong.Add(field, "RULE_SCOPE_UNKNOWN", ("scope", scope));

    private static string Field(string key) => $"parameters[{key}]";
}
