using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Roster;

/// <summary>
/// The rulebook in force on a day: for the county, or for one unit with what its kind and the unit itself add.
/// A record keeps <see cref="Rulebook"/>, the version it was judged by.
/// </summary>
/// <param name="parameters">Key to value; what a kind or unit adds stands under <see cref="ScopedKey"/>.</param>
/// <param name="scopes"><c>unitKinds/{kind}</c> and <c>units/{unit}</c>.</param>
public sealed class Rules(string rulebook, IReadOnlyDictionary<string, string> parameters, params string[] scopes)
{
    /// <summary>Resource name of the version, <c>rulebooks/{number}</c>; <c>rulebooks/default</c> before the first.</summary>
    public string Rulebook { get; } = rulebook;

    public int Number(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    public decimal Decimal(string key) => decimal.Parse(Text(key), CultureInfo.InvariantCulture);

    public bool IsOn(string key) => bool.Parse(Text(key));

    /// <summary>The chosen ones of a set.</summary>
    public string[] Members(string key) => RuleParameter.Members(Text(key));

    /// <summary>The deadline in that year of a parameter that holds a day, <c>MM-dd</c>.</summary>
    public DateOnly DayIn(string key, int year) =>
        DateOnly.ParseExact($"{year:0000}-{Text(key)}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The county's value, else the shipped default, unless the unit's kind or the unit has a stricter one.
    /// </summary>
    public string Text(string key)
    {
        var rule = RuleDefaults.Find(key);
        // An old version may hold what no longer fits; the county may have become stricter than what a kind was given.
        var value = parameters.TryGetValue(key, out var county) && rule.Fits(county) ? county : rule.Default;
        foreach (var scope in scopes)
        {
            if (parameters.TryGetValue(ScopedKey(scope, key), out var own) && rule.Fits(own) && rule.IsAsStrictAs(own, value))
            {
                value = own;
            }
        }

        return value;
    }

    /// <summary>The same version for one unit.</summary>
    /// <param name="kind">Kind of the unit as in its view, such as <c>PartyCommittee</c>; null when not known.</param>
    public Rules For(string unit, string? kind) =>
        new(Rulebook, parameters, kind is null ? [$"units/{unit}"] : [$"unitKinds/{kind}", $"units/{unit}"]);

    /// <summary>The rules for one unit: its own, else its kind's, else the county's.</summary>
    public static async Task<Rules> LoadAsync(DbContext db, string unit, DateOnly day, CancellationToken cancellationToken)
    {
        var kind = await db.Set<UnitView>().Where(view => view.Code == unit).Select(view => view.Kind)
            .SingleOrDefaultAsync(cancellationToken);
        return (await LoadAsync(db, day, cancellationToken)).For(unit, kind);
    }

    /// <summary>The county's rules, for what belongs to no unit; <see cref="For"/> makes them a unit's.</summary>
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

    /// <param name="scope"><c>unitKinds/{kind}</c> or <c>units/{unit}</c>.</param>
    public static string ScopedKey(string scope, string key) => $"{scope}:{key}";
}
