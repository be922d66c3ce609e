using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Rulebooks;

/// <summary>What can go wrong with a rulebook.</summary>
internal static class RulebookErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("RULEBOOK_NOT_FOUND", name);

    public static void Unknown(Violations wrong, string key) => wrong.Add(Field(key), "RULE_UNKNOWN", ("key", key));

    public static void ValueInvalid(Violations wrong, string key, string value) =>
        wrong.Add(Field(key), "RULE_VALUE_INVALID", ("key", key), ("value", value));

    /// <summary>A version may not start before the one it follows.</summary>
    public static void TooEarly(Violations wrong, string earliest) =>
        wrong.Add("effective_from", "RULEBOOK_TOO_EARLY", ("earliest", earliest));

    private static string Field(string key) => $"parameters[{key}]";
}
