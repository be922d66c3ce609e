using System.Text.Json;
using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>A published version of the rulebook, as a service knows it.</summary>
public sealed class RulebookView
{
    /// <summary>Resource name, <c>rulebooks/{number}</c>.</summary>
    public required string Rulebook { get; init; }

    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>JSON object, key to value as text; overrides under <see cref="Rules.ScopedKey"/>.</summary>
    public string Parameters { get; private set; } = "{}";

    public long Version { get; private set; } = -1;

    public void Apply(RulebookPublished published)
    {
        if (published.Version <= Version)
        {
            return;
        }

        EffectiveFrom = published.EffectiveFrom;
        var overrides = (published.Overrides ?? [])
            .Select(rule => KeyValuePair.Create(Rules.ScopedKey(rule.Scope, rule.Key), rule.Value));
        Parameters = JsonSerializer.Serialize(new Dictionary<string, string>([.. published.Parameters, .. overrides]));
        Version = published.Version;
    }
}
