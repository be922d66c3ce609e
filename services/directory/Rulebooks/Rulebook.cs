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

    /// <summary>The product's defaults, in force since before any record.</summary>
    public static Rulebook Shipped() => new()
    {
        Number = 1,
        EffectiveFrom = new DateOnly(2000, 1, 1),
        Parameters = RuleDefaults.All.ToDictionary(rule => rule.Key, rule => rule.Default),
    };

    public Rulebook Amend(IEnumerable<KeyValuePair<string, string>> changes, DateOnly effectiveFrom)
    {
        var next = new Rulebook { Number = Number + 1, EffectiveFrom = effectiveFrom, Parameters = new(Parameters) };
        foreach (var (key, value) in changes)
        {
            next.Parameters[key] = value;
        }

        return next;
    }

    /// <summary>The number is the version: of two that start on one day, the later published holds.</summary>
    public RulebookPublished ToEvent() => new(ResourceName, EffectiveFrom, Parameters, Number);

    public static int NumberOf(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
