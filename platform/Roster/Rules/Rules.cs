using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Roster;

/// <summary>The rulebook in force on a day. A record keeps <see cref="Rulebook"/>, the version it was judged by.</summary>
public sealed class Rules(string rulebook, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Resource name of the version, <c>rulebooks/{number}</c>; <c>rulebooks/default</c> before the first.</summary>
    public string Rulebook { get; } = rulebook;

    public int Number(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    public decimal Decimal(string key) => decimal.Parse(Text(key), CultureInfo.InvariantCulture);

    public bool IsOn(string key) => bool.Parse(Text(key));

    /// <summary>The published value, else the default that the product ships.</summary>
    public string Text(string key) =>
        parameters.TryGetValue(key, out var value) ? value : RuleDefaults.Find(key).Default;

    public static async Task<Rules> LoadAsync(DbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var view = await db.Set<RulebookView>().AsNoTracking()
            .Where(rulebook => rulebook.EffectiveFrom <= day)
            .OrderByDescending(rulebook => rulebook.EffectiveFrom).ThenByDescending(rulebook => rulebook.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return view is null
            ? new Rules("rulebooks/default", new Dictionary<string, string>())
            : new Rules(view.Rulebook, JsonSerializer.Deserialize<Dictionary<string, string>>(view.Parameters)!);
    }
}
