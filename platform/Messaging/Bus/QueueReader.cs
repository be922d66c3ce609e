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
        var message = context.Message;
        var delivery = new Delivery(context.MessageId!.Value, message.Type, message.Subject, message.Body,
            context.Headers.Get<string>(EventMessage.TraceHeader));
        ActivityContext.TryParse(delivery.TraceParent, null, isRemote: true, out var parent);
        using var activity = MessagingMetrics.Traces.StartActivity($"consume {queue.Key}", ActivityKind.Consumer, parent);
        try
        {
            // An older build may get what a newer one bound: kept aside rather than dropped.
            var consumer = consumers.GetValueOrDefault(message.Type)
                ?? throw new InvalidOperationException($"{queue.Key} has no consumer of {message.Type} in this build.");
            await consumer.HandleAsync(services, delivery, context.CancellationToken);
        }
        catch (Exception error) when (!context.CancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            Log.GaveUp(logger, error, queue.Key, delivery.MessageId, message.Type);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error,
            "{Queue} gave up message {MessageId} ({Type}) and moved it to {Queue}_error. "
            + "Put the cause right, then run the verb replay-errors.")]
        public static partial void GaveUp(ILogger logger, Exception error, string queue, Guid messageId, string type);
    }
}
