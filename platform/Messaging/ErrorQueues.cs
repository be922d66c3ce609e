using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace StudySuite.Messaging;

public static class ErrorQueues
{
    private const int NotFound = 404;

    /// <summary>
    /// Moves what this host's consumers gave up, from <c>{queue}_error</c> back to the queue. Each message is confirmed
    /// there before it goes here, so an interruption leaves a repeat, which the inbox drops, and never a gap.
    /// </summary>
    /// <returns>How many messages were moved; 0 for the in-memory bus, which keeps none.</returns>
    public static async Task<int> ReplayAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<MessagingOptions>>().Value;
        if (options.Transport == Transport.InMemory)
        {
            return 0;
        }

        await using var connection = await options.ConnectAsync(cancellationToken);
        var moved = 0;
        foreach (var queue in services.Queues())
        {
            moved += await MoveBackAsync(connection, queue.Key, cancellationToken);
        }

        return moved;
    }

    private static async Task<int> MoveBackAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellationToken);
        var errors = queue + "_error";
        // Counted first: what fails again meanwhile comes back here and must not go round and round.
        var left = await CountAsync(channel, errors, cancellationToken);
        if (left == 0)
        {
            return 0;
        }

        // By a consumer: a queue with a single active consumer hands out nothing to a plain get.
        var arrived = Channel.CreateUnbounded<(BasicDeliverEventArgs Delivery, byte[] Body)>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
            await arrived.Writer.WriteAsync((delivery, delivery.Body.ToArray()), CancellationToken.None);
        await channel.BasicQosAsync(0, 1, global: false, cancellationToken);
        await channel.BasicConsumeAsync(errors, autoAck: false, consumer, cancellationToken);

        var moved = 0;
        for (; moved < left; moved++)
        {
            var (delivery, body) = await arrived.Reader.ReadAsync(cancellationToken);
            await channel.BasicPublishAsync(
                "", queue, mandatory: true, new BasicProperties(delivery.BasicProperties), body, cancellationToken);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, cancellationToken);
        }

        return moved;
    }

    internal static Task<IConnection> ConnectAsync(this MessagingOptions options, CancellationToken cancellationToken) =>
        new ConnectionFactory
        {
            HostName = options.Host, Port = options.Port, VirtualHost = options.VirtualHost,
            UserName = options.User, Password = options.ReadPassword(),
            Ssl = new SslOption { Enabled = options.UseTls, ServerName = options.Host },
        }.CreateConnectionAsync(cancellationToken);

    private static async Task<uint> CountAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode == NotFound)
        {
            // Made with the first error.
            return 0;
        }
    }
}
