using System.Text.Json;

namespace StudySuite.Events;

/// <summary>An event as text, the same in the outbox, on the bus and between services.</summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    public static string Write(IEvent evt) => JsonSerializer.Serialize(evt, evt.GetType(), Options);

    /// <summary>Null for an event of a newer build.</summary>
    public static IEvent? Read(string type, string body) => EventTypes.Find(type) is { } known
        ? (IEvent?)JsonSerializer.Deserialize(body, known, Options)
        : null;
}
