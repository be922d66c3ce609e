using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace StudySuite.Messaging;

/// <summary>What an operator wants to know of the broker; reading it changes nothing.</summary>
/// <param name="Problem">Why it cannot be reached; empty when it can.</param>
/// <param name="MissingQueues">Queues of this host's consumers that are not declared.</param>
/// <param name="GivenUp">Messages in their error queues.</param>
public sealed record BrokerState(string Problem, int MissingQueues, long GivenUp)
{
    /// <returns>Null for the in-memory bus, and for a host without one.</returns>
    public static async Task<BrokerState?> ReadAsync(IServiceProvider services,
        CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        if (options.Transport == Transport.InMemory)
        {
            return null;
        }

        try
        {
            await using var connection = await options.ConnectAsync(cancellationToken);
            var (missing, givenUp) = (0, 0L);
            foreach (var queue in services.Queues())
            {
                missing += await CountAsync(connection, queue.Key, cancellationToken) is null ? 1 : 0;
                givenUp += await CountAsync(connection, queue.Key + "_error", cancellationToken) ?? 0;
            }

            return new BrokerState("", missing, givenUp);
        }
        catch (Exception error) when (error is BrokerUnreachableException or IOException)
        {
            return new BrokerState(error.GetBaseException().Message, 0, 0);
        }
    }

    // A channel of its own: the broker closes one on which an unknown queue was named.
    private static async Task<uint?> CountAsync(IConnection connection, string queue,
        CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }
}
