using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;
using StudySuite.Roster;
using RuleOverride = StudySuite.Events.RuleOverride;

namespace StudySuite.Directory.Rulebooks;

/// <summary>The next version that a publication asks for, checked as a whole.</summary>
internal static class RulebookDraft
{
    /// <param name="kinds">Kind of every unit by its code.</param>
    public static Rulebook Of(PublishRulebookRequest request, Rulebook latest, Dictionary<string, string> kinds)
    {
        var wrong = new Violations();
        wrong.AddIf(request.Parameters.Count + request.Overrides.Count == 0, "parameters", "FIELD_REQUIRED");
        foreach (var (key, value) in request.Parameters)
        {
            if (!RuleDefaults.Knows(key))
            {
                RulebookErrors.Unknown(wrong, key);
            }
            else if (!RuleDefaults.Find(key).Fits(value))
            {
                RulebookErrors.ValueInvalid(wrong, key, value);
            }
        }

        var overrides = request.Overrides.Select(rule => new RuleOverride(rule.Scope, rule.Key, rule.Value)).ToList();
        for (var i = 0; i < overrides.Count; i++)
        {
            CheckForm(overrides[i], $"overrides[{i}]", kinds, wrong);
        }

        var effectiveFrom = wrong.Date("effective_from", request.EffectiveFrom);
        if (!wrong.Any && effectiveFrom < latest.EffectiveFrom)
        {
            RulebookErrors.TooEarly(wrong, latest.EffectiveFrom.ToText());
        }

        wrong.ThrowIfAny();
        var next = latest.Amend(request.Parameters, overrides, effectiveFrom);
        CheckStrictness(overrides, next, kinds, wrong);
        wrong.ThrowIfAny();
        return next;
    }

    private static void CheckForm(RuleOverride rule, string field, Dictionary<string, string> kinds, Violations wrong)
    {
        var known = rule.Scope.Split('/') switch
        {
            ["units", var unit] => kinds.ContainsKey(unit),
            ["unitKinds", var kind] => Enum.TryParse<UnitKind>(kind, out var parsed) && parsed != UnitKind.Unspecified
                && parsed.ToString() == kind,
            _ => false,
        };
        if (!known)
        {
            RulebookErrors.ScopeUnknown(wrong, $"{field}.scope", rule.Scope);
        }

        if (!RuleDefaults.Knows(rule.Key))
        {
            RulebookErrors.Unknown(wrong, rule.Key, $"{field}.key");
        }
        else if (RuleDefaults.Find(rule.Key).Stricter == StudySuite.Roster.RuleDirection.CountyOnly)
        {
            RulebookErrors.OfCountyOnly(wrong, $"{field}.key", rule.Key);
        }
        else if (rule.Value.Length > 0 && !RuleDefaults.Find(rule.Key).Fits(rule.Value))
        {
            RulebookErrors.ValueInvalid(wrong, rule.Key, rule.Value, $"{field}.value");
        }
    }

    /// <summary>Against the same version without what the scope itself says: a unit's against its kind's and the county's.</summary>
    private static void CheckStrictness(
        List<RuleOverride> overrides, Rulebook next, Dictionary<string, string> kinds, Violations wrong)
    {
        for (var i = 0; i < overrides.Count; i++)
        {
            var (scope, key, value) = overrides[i];
            var rules = next.ToRules();
            var above = scope.Split('/') is ["units", var unit] ? rules.For("", kinds[unit]).Text(key) : rules.Text(key);
            if (value.Length > 0 && !RuleDefaults.Find(key).IsAsStrictAs(value, above))
            {
                RulebookErrors.Laxer(wrong, $"overrides[{i}].value", key, value, above);
            }
        }
    }
}
