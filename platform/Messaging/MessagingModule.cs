using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using StudySuite.Events;
using StudySuite.Messaging.Bus;

namespace StudySuite.Messaging;

public static class MessagingModule
{
    /// <summary>Outbox and inbox of one service: its dispatcher, clean-up, metrics and health.</summary>
    /// <param name="service">The service's one word, in logs, metrics and the name of the health check.</param>
    public static IServiceCollection AddMessaging<TDb>(this IServiceCollection services, string service)
        where TDb : DbContext
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<MessagingMetrics>();
        services.TryAddSingleton<CommitInterceptor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton(
            typeof(IDbContextOptionsConfiguration<>), typeof(CommitInterceptorSetup<>)));

        services.AddSingleton(new OutboxName<TDb>(service));
        services.AddSingleton<OutboxSignal<TDb>>();
        services.AddSingleton<OutboxSignal>(provider => provider.GetRequiredService<OutboxSignal<TDb>>());
        services.AddSingleton<OutboxDispatcher<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher<TDb>>());
        services.AddSingleton<OutboxUpkeep<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxUpkeep<TDb>>());
        services.AddHealthChecks().AddCheck<OutboxHealthCheck<TDb>>($"outbox-{service}", HealthStatus.Degraded);
        return services;
    }

    /// <summary>Records a consumer; <see cref="AddBus"/> gives it its queue.</summary>
    /// <param name="queue"><c>service-consumer</c>; consumers of one queue see the events of a subject in one order.</param>
    public static IServiceCollection AddConsumer<TConsumer, TEvent, TDb>(this IServiceCollection services, string queue)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent
        where TDb : DbContext
    {
        services.TryAddScoped<TConsumer>();
        services.TryAddSingleton<Inbox<TDb>>();
        return services.AddSingleton(new ConsumerRegistration(
            queue,
            EventTypes.NameOf(typeof(TEvent)),
            (provider, delivery, cancellationToken) => provider.GetRequiredService<Inbox<TDb>>()
                .HandleAsync<TConsumer, TEvent>(queue, delivery, cancellationToken),
            (provider, deliveries, cancellationToken) => provider.GetRequiredService<Inbox<TDb>>()
                .TryTogetherAsync<TConsumer, TEvent>(queue, deliveries, cancellationToken)));
    }

    /// <summary>Makes the bus that section <c>Messaging</c> asks for, once per process and after all services.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Messaging");
        services.AddOptions<MessagingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.StopTimeout = TimeSpan.FromSeconds(15);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(5);
        });
        // It logs every failed connect with a stack trace; BusWatch and QueueReader say what matters.
        services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));
        services.AddSingleton<EventBus>();

        services.AddMassTransit(bus =>
        {
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "bus";
                // The outbox keeps what cannot be sent: a broker that is away must not take the service out.
                health.MinimalFailureStatus = HealthStatus.Degraded;
            });
            if (section.GetValue<Transport>(nameof(MessagingOptions.Transport)) == Transport.RabbitMq)
            {
                services.AddHostedService<BusWatch>();
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    context.GetRequiredService<Microsoft.Extensions.Options.IOptions<MessagingOptions>>().Value.Apply(rabbit);
                    context.Queues().ForEach(queue => rabbit.AddQueue(queue, Reader(context, queue)));
                });
            }
            else
            {
                bus.UsingInMemory((context, memory) =>
                {
                    memory.Apply();
                    context.Queues().ForEach(queue => memory.AddQueue(queue, Reader(context, queue)));
                });
            }
        });
        return services;
    }

    private static MessageHandler<EventMessage> Reader(IServiceProvider services, IGrouping<string, ConsumerRegistration> queue) =>
        new QueueReader(queue, services, services.GetRequiredService<ILogger<QueueReader>>()).HandleAsync;
}
