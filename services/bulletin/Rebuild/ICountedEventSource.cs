using StudySuite.Events;

namespace StudySuite.Bulletin.Rebuild;

/// <summary>All events that count, as the services would announce them now.</summary>
internal interface ICountedEventSource
{
    IAsyncEnumerable<IEvent> ReadAsync(CancellationToken cancellationToken);
}
