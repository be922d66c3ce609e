using System.Collections.Concurrent;
using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Deliveries;

/// <summary>The least that a message through RabbitMQ costs: a confirmed publish to a quorum queue and its consumer.</summary>
internal sealed class BareQueue : IAsyncDisposable
{
    private const string Queue = "bench-bare";

    private readonly byte[] body = new byte[400];
    private readonly ConcurrentDictionary<string, long> sent = new();
    private readonly ConcurrentBag<double> delays = [];
    private readonly IConnection connection;
    private readonly IChannel publisher;

    private BareQueue(IConnection connection, IChannel publisher) => (this.connection, this.publisher) = (connection, publisher);

    public static async Task<BareQueue> OpenAsync(Broker broker)
    {
        var connection = await new ConnectionFactory
        {
            HostName = broker.Host, Port = broker.Port, VirtualHost = broker.VirtualHost, UserName = broker.User, Password = broker.Password,
        }.CreateConnectionAsync();
        var publisher = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await publisher.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var bare = new BareQueue(connection, publisher);
        var reader = await connection.CreateChannelAsync();
        await reader.BasicQosAsync(0, 64, false);
        var consumer = new AsyncEventingBasicConsumer(reader);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            bare.delays.Add(Stopwatch.GetElapsedTime(bare.sent[delivery.BasicProperties.MessageId!]).TotalMilliseconds);
            await reader.BasicAckAsync(delivery.DeliveryTag, false);
        };
        await reader.BasicConsumeAsync(Queue, autoAck: false, consumer);
        return bare;
    }

    /// <returns>Milliseconds from before the publish to the consumer, sorted.</returns>
    public async Task<List<double>> RunAsync(int perSecond, TimeSpan time)
    {
        delays.Clear();
        var since = Stopwatch.GetTimestamp();
        var count = (int)(perSecond * time.TotalSeconds);
        var running = new List<Task>();
        for (var i = 0; i < count; i++)
        {
            if (TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            running.Add(PublishAsync());
        }

        await Task.WhenAll(running);
        await Wait.UntilAsync(() => Task.FromResult(delays.Count == count), "all messages to arrive");
        return [.. delays.Order()];
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task PublishAsync()
    {
        var id = Guid.CreateVersion7().ToString();
        sent[id] = Stopwatch.GetTimestamp();
        await publisher.BasicPublishAsync(
            "", Queue, mandatory: true, new BasicProperties { MessageId = id, Persistent = true }, body);
    }
}
