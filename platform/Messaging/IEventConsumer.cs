using StudySuite.Events;

namespace StudySuite.Messaging;

/// <summary>
/// What a service does on an event. Made anew for each delivery, with the service's context injected; it changes
/// entities, may Enqueue, and leaves saving and committing to the platform.
/// </summary>
public interface IEventConsumer<in TEvent>
    where TEvent : IEvent
{
    Task ConsumeAsync(TEvent evt, CancellationToken cancellationToken);
}
