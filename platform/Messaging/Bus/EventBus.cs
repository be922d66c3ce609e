using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;
using StudySuite.Messaging.Bus;

namespace StudySuite.Messaging;

/// <summary>The dispatcher's side of the bus. Its faults are told apart: the bus is away, or it refuses this row.</summary>
internal sealed class EventBus(IBusControl bus, IOptions<MessagingOptions> options, TimeProvider clock)
{
    public bool ForgetsOnStop => options.Value.Transport == Transport.InMemory;

    /// <summary>Until every queue of this process is declared and bound.</summary>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken);

    /// <summary>Returns once the bus has confirmed that it keeps the message.</summary>
    /// <exception cref="BusDownException">No confirm; says nothing about the row.</exception>
    public async Task PublishAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        ActivityContext.TryParse(row.TraceParent, null, isRemote: true, out var parent);
        using var activity = MessagingMetrics.Traces.StartActivity($"publish {row.Type}", ActivityKind.Producer, parent);
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ConfirmSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await bus.Publish(new EventMessage(row.Type, row.PartitionKey, row.Body), context =>
            {
                // Its own id, not a new one, or inboxes could not see repeats.
                context.MessageId = row.MessageId;
                context.SetRoutingKey(row.Type);
                if ((activity?.Id ?? row.TraceParent) is { } traceParent)
                {
                    context.Headers.Set(EventMessage.TraceHeader, traceParent);
                }
            }, either.Token);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && IsBusDown(error))
        {
            throw new BusDownException(error);
        }
    }

    private static bool IsBusDown(Exception error) => error switch
    {
        OperationCanceledException or ConnectionException or BrokerUnreachableException => true,
        // 406 closes a channel for what was sent on it, such as a message above the broker's size limit.
        OperationInterruptedException closed => closed.ShutdownReason?.ReplyCode != 406,
        _ => false,
    };
}

internal sealed class BusDownException(Exception cause)
    : Exception($"The bus does not confirm: {cause.GetBaseException().Message}", cause);
