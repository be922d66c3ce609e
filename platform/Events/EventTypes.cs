using System.Collections.Frozen;
using System.Reflection;

namespace StudySuite.Events;

/// <summary>Every event of the suite, by its pinned name and by its type.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(EventTypes).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<EventAttribute>() is not null)
        .ToFrozenDictionary(type => type.GetCustomAttribute<EventAttribute>()!.Name);

    private static readonly FrozenDictionary<Type, string> ByType =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static string NameOf(Type type) => ByType.TryGetValue(type, out var name)
        ? name
        : throw new ArgumentException($"{type.Name} has no [Event] name.", nameof(type));

    /// <summary>The type of a stored or received event, or null when this build does not know it.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
