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

/// <summary>
/// A consumer that takes events which came together at once, when that costs it less than one after the other. They
/// are all new and in their order; the same event alone goes to <see cref="IEventConsumer{TEvent}.ConsumeAsync"/>.
/// </summary>
public interface IManyEventsConsumer<in TEvent> : IEventConsumer<TEvent>
    where TEvent : IEvent
{
    Task ConsumeAllAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken);
}
