using System.Globalization;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Roster;

namespace StudySuite.Directory.Rulebooks;

/// <summary>A published version of all parameters. Versions are added, never changed.</summary>
internal sealed class Rulebook : Aggregate
{
    private Rulebook()
    {
    }

    public override string ResourceName => $"rulebooks/{Number}";

    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }

    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Every parameter that this build knows, so that a version means the same after the defaults change.</summary>
    public Dictionary<string, string> Parameters { get; private set; } = [];

    /// <summary>Scope (<c>unitKinds/{kind}</c> or <c>units/{unit}</c>) and key, as <see cref="Rules.ScopedKey"/>, to the value.</summary>
    public SortedDictionary<string, string> Overrides { get; private set; } = [];

    /// <summary>The product's defaults, in force since before any record.</summary>
    public static Rulebook Shipped() => new()
    {
        Number = 1,
        EffectiveFrom = new DateOnly(2000, 1, 1),
        Parameters = RuleDefaults.All.ToDictionary(rule => rule.Key, rule => rule.Default),
    };

    public Rulebook Amend(
        IEnumerable<KeyValuePair<string, string>> changes, IEnumerable<RuleOverride> overrides, DateOnly effectiveFrom)
    {
        var next = new Rulebook
        {
            Number = Number + 1, EffectiveFrom = effectiveFrom, Parameters = new(Parameters), Overrides = new(Overrides),
        };
        foreach (var (key, value) in changes)
        {
            next.Parameters[key] = value;
        }

        foreach (var rule in overrides)
        {
            next.Overrides.Remove(Rules.ScopedKey(rule.Scope, rule.Key));
            if (rule.Value.Length > 0)
            {
                next.Overrides.Add(Rules.ScopedKey(rule.Scope, rule.Key), rule.Value);
            }
        }

        return next;
    }

    /// <summary>As the services read it, for the county; <see cref="Rules.For"/> makes it a unit's.</summary>
    public Rules ToRules() => new(ResourceName, new Dictionary<string, string>([.. Parameters, .. Overrides]));

    public List<RuleOverride> ListOverrides() =>
        [.. Overrides.Select(pair => new RuleOverride(pair.Key.Split(':')[0], pair.Key.Split(':')[1], pair.Value))];

    /// <summary>The number is the version: of two that start on one day, the later published holds.</summary>
    public RulebookPublished ToEvent() => new(ResourceName, EffectiveFrom, Parameters, Number, ListOverrides());

    public static int NumberOf(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
