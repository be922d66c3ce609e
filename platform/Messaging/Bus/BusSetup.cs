using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using MassTransitTransport = MassTransit.Transports.Fabric;

namespace StudySuite.Messaging.Bus;

/// <summary>
/// Names and shapes on the bus: one topic exchange, the event's name as routing key, a queue per consumer that is bound
/// to just the names it takes.
/// </summary>
internal static class BusSetup
{
    public static void Apply(this MessagingOptions options, IRabbitMqBusFactoryConfigurator bus)
    {
        bus.Host(options.Host, (ushort)options.Port, options.VirtualHost, host =>
        {
            host.Username(options.User);
            host.Password(options.ReadPassword());
            host.PublisherConfirmation = true;
            host.RequestedConnectionTimeout(TimeSpan.FromSeconds(10));
            if (options.UseTls)
            {
                host.UseSsl(tls => tls.ServerName = options.Host);
            }
        });
        bus.Message<EventMessage>(message => message.SetEntityName(EventMessage.Exchange));
        bus.Publish<EventMessage>(publish =>
        {
            publish.ExchangeType = "topic";
            // MassTransit takes a type that is not public for a passing one, whose exchange goes with its last user.
            publish.Durable = true;
            publish.AutoDelete = false;
        });
    }

    public static void AddQueue(
        this IRabbitMqBusFactoryConfigurator bus, IGrouping<string, ConsumerRegistration> queue, MessageHandler<EventMessage> handler) =>
        bus.ReceiveEndpoint(queue.Key, endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.SetQuorumQueue();
            // Order: of several replicas one reads, one message after the other; another takes over when it goes.
            endpoint.SingleActiveConsumer = true;
            endpoint.ConcurrentMessageLimit = 1;
            endpoint.PrefetchCount = 64;
            // RabbitMQ 4 drops a message after 20 returns, which a database that is away for long can bring about.
            endpoint.SetQueueArgument("x-delivery-limit", 1_000_000);
            foreach (var consumer in queue)
            {
                endpoint.Bind(EventMessage.Exchange, binding =>
                {
                    binding.ExchangeType = "topic";
                    binding.RoutingKey = consumer.EventType;
                });
            }

            endpoint.Handler(handler);
        });

    public static void Apply(this IInMemoryBusFactoryConfigurator bus)
    {
        bus.Message<EventMessage>(message => message.SetEntityName(EventMessage.Exchange));
        bus.Publish<EventMessage>(publish => publish.ExchangeType = MassTransitTransport.ExchangeType.Topic);
    }

    public static void AddQueue(
        this IInMemoryBusFactoryConfigurator bus, IGrouping<string, ConsumerRegistration> queue, MessageHandler<EventMessage> handler) =>
        bus.ReceiveEndpoint(queue.Key, endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.ConcurrentMessageLimit = 1;
            foreach (var consumer in queue)
            {
                endpoint.Bind(EventMessage.Exchange, MassTransitTransport.ExchangeType.Topic, consumer.EventType);
            }

            endpoint.Handler(handler);
        });
}
