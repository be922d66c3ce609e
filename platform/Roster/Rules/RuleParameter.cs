namespace StudySuite.Roster;

/// <summary>What a parameter holds, as text: a whole number, a decimal, <c>true</c>/<c>false</c>, or words.</summary>
public enum RuleType
{
    Number,
    Decimal,
    Switch,
    Text,
}

/// <summary>Where a default comes from: read in a source, recalled, or an engineering choice. Only the first is a rule.</summary>
public enum RuleEvidence
{
    Verified,
    Recalled,
    Inferred,
}

/// <param name="Key">Key as in DOMAIN §1.</param>
/// <param name="Default">0 where the rule is off.</param>
/// <param name="Meaning">In Chinese, for the rulebook's page.</param>
/// <param name="Unit">days, working days, minutes …; empty for a plain count.</param>
public sealed record RuleParameter(
    string Key, RuleType Type, string Default, string Meaning, string Unit = "",
    RuleEvidence Evidence = RuleEvidence.Verified);
