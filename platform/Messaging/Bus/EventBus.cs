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

    /// <summary>Sends rows of one type in one message; returns once the bus has confirmed that it keeps it.</summary>
    /// <exception cref="BusDownException">No confirm; says nothing about the rows.</exception>
    public async Task PublishAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken cancellationToken)
    {
        var type = rows[0].Type;
        using var activity = MessagingMetrics.StartActivity($"publish {type}", ActivityKind.Producer, rows.Select(row => row.TraceParent));
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ConfirmSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await bus.Publish(MessageOf(rows), context =>
            {
                context.SetRoutingKey(type);
                if (rows is [var row])
                {
                    // Its own id, not a new one, or inboxes could not see repeats.
                    context.MessageId = row.MessageId;
                    if ((activity?.Id ?? row.TraceParent) is { } traceParent)
                    {
                        context.Headers.Set(EventMessage.TraceHeader, traceParent);
                    }
                }
            }, either.Token);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && IsBusDown(error))
        {
            throw new BusDownException(error);
        }
    }

    private static EventMessage MessageOf(IReadOnlyList<OutboxMessage> rows) => rows is [var row]
        ? new EventMessage(row.Type, row.PartitionKey, row.Body)
        : new EventMessage(rows[0].Type, "", "",
            [.. rows.Select(one => new EventItem(one.MessageId, one.PartitionKey, one.Body, one.TraceParent))]);

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
