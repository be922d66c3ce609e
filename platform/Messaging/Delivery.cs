namespace StudySuite.Messaging;

/// <summary>An event as it comes from the bus, whichever bus.</summary>
internal sealed record Delivery(Guid MessageId, string Type, string Subject, string Body, string? TraceParent);

/// <summary>One consumer, as a service recorded it for the host that configures the bus.</summary>
/// <param name="Queue">Name of its queue and of the consumer in the inbox, <c>service-consumer</c>.</param>
/// <param name="EventType">Name of the event it takes.</param>
/// <param name="HandleAsync">Lets one take effect.</param>
/// <param name="HandleTogetherAsync">
/// Lets several take effect in one transaction. False when it did not come off: they are to be handled one by one.
/// </param>
internal sealed record ConsumerRegistration(
    string Queue, string EventType, Func<IServiceProvider, Delivery, CancellationToken, Task> HandleAsync,
    Func<IServiceProvider, IReadOnlyList<Delivery>, CancellationToken, Task<bool>> HandleTogetherAsync);
