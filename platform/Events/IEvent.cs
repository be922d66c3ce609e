namespace StudySuite.Events;

/// <summary>Something that happened in a service and that others may want to know: ids and facts, no behaviour.</summary>
public interface IEvent
{
    /// <summary>
    /// Resource name of the aggregate it happened to. Events of one subject reach every consumer's queue in order.
    /// </summary>
    string Subject { get; }

    /// <summary>Version of the aggregate after the change; a consumer ignores one older than what it holds.</summary>
    long Version { get; }
}
