using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace StudySuite.Messaging.Bus;

/// <summary>Hands what a queue brings to the consumer of its event.</summary>
internal sealed partial class QueueReader(
    IGrouping<string, ConsumerRegistration> queue, IServiceProvider services, ILogger<QueueReader> logger)
{
    private readonly Dictionary<string, ConsumerRegistration> consumers =
        queue.ToDictionary(consumer => consumer.EventType);

    public async Task HandleAsync(ConsumeContext<EventMessage> context)
    {
        var deliveries = DeliveriesOf(context);
        var consumer = consumers.GetValueOrDefault(context.Message.Type);
        if (deliveries.Count > 1 && consumer is not null)
        {
            using var activity = StartActivity(deliveries);
            if (await consumer.HandleTogetherAsync(services, deliveries, context.CancellationToken))
            {
                return;
            }
        }

        var failures = new List<Exception>();
        foreach (var delivery in deliveries)
        {
            if (await TryAsync(consumer, delivery, context.CancellationToken) is { } failure)
            {
                failures.Add(failure);
            }
        }

        // The message is kept aside as it came; those of its events that took effect are repeats when it is replayed.
        switch (failures)
        {
            case []: return;
            case [var failure]: throw failure;
            default: throw new AggregateException(failures);
        }
    }

    /// <returns>Why it was given up; null when it took effect.</returns>
    private async Task<Exception?> TryAsync(
        ConsumerRegistration? consumer, Delivery delivery, CancellationToken cancellationToken)
    {
        using var activity = StartActivity([delivery]);
        try
        {
            // An older build may get what a newer one bound: kept aside rather than dropped.
            await (consumer ?? throw new InvalidOperationException($"{queue.Key} has no consumer of {delivery.Type} in this build."))
                .HandleAsync(services, delivery, cancellationToken);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            Log.GaveUp(logger, error, queue.Key, delivery.MessageId, delivery.Type);
            return error;
        }
    }

    private static List<Delivery> DeliveriesOf(ConsumeContext<EventMessage> context)
    {
        var message = context.Message;
        return message.Together is { Count: > 0 } items
            ? [.. items.Select(item => new Delivery(item.MessageId, message.Type, item.Subject, item.Body, item.TraceParent))]
            : [new Delivery(context.MessageId!.Value, message.Type, message.Subject, message.Body,
                context.Headers.Get<string>(EventMessage.TraceHeader))];
    }

    private Activity? StartActivity(IReadOnlyList<Delivery> deliveries) => MessagingMetrics.StartActivity(
        $"consume {queue.Key}", ActivityKind.Consumer, deliveries.Select(delivery => delivery.TraceParent));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error,
            "{Queue} gave up message {MessageId} ({Type}) and moved it to {Queue}_error. "
            + "Put the cause right, then run the verb replay-parked.")]
        public static partial void GaveUp(ILogger logger, Exception error, string queue, Guid messageId, string type);
    }
}
