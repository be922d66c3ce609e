using System.Globalization;
using StudySuite.Directory.V1;
using StudySuite.Roster;
using RuleParameter = StudySuite.Roster.RuleParameter;

namespace StudySuite.Directory.Rulebooks;

/// <summary>What a parameter is, for who sets it.</summary>
internal static class RuleParameters
{
    public static V1.RuleParameter ToProto(RuleParameter rule) => new()
    {
        Key = rule.Key,
        Meaning = rule.Meaning,
        Type = Enum.Parse<V1.RuleType>(rule.Type.ToString()),
        Unit = rule.Unit,
        DefaultValue = rule.Default,
        Min = rule.Max > 0 ? rule.Min.ToString(CultureInfo.InvariantCulture) : "",
        Max = rule.Max > 0 ? rule.Max.ToString(CultureInfo.InvariantCulture) : "",
        Choices = { rule.Choices },
        Stricter = Enum.Parse<V1.RuleDirection>(rule.Stricter.ToString()),
        Evidence = Enum.Parse<V1.RuleEvidence>(rule.Evidence.ToString()),
        Sources = { rule.Source.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
    };
}
