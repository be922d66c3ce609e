using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StudySuite.Messaging.Bus;

/// <summary>Says in one line, now and then, that the bus is away and which settings lead to it.</summary>
internal sealed partial class BusWatch(
    IBusControl bus, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<BusWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SayEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        DateTimeOffset? saidAt = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var health = bus.CheckHealth();
            if (health.Status == BusHealthStatus.Healthy)
            {
                if (saidAt is not null)
                {
                    Log.Back(logger);
                }

                saidAt = null;
            }
            else if (saidAt is null || clock.GetUtcNow() - saidAt >= SayEvery)
            {
                saidAt = clock.GetUtcNow();
                var o = options.Value;
                Log.Away(logger, o.Host, o.Port, o.VirtualHost, o.User, Why(health));
            }
        }
    }

    private static string Why(BusHealthResult health)
    {
        var error = health.Exception ?? health.Endpoints.Values.Select(endpoint => endpoint.Exception).FirstOrDefault(e => e is not null);
        return error?.GetBaseException().Message ?? health.Description;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "Cannot reach RabbitMQ: Messaging:Host={Host}, Messaging:Port={Port}, Messaging:VirtualHost={VirtualHost}, "
            + "Messaging:User={User}. Work goes on, its events are kept in the outbox and sent later. {Why}")]
        public static partial void Away(ILogger logger, string host, int port, string virtualHost, string user, string why);

        [LoggerMessage(LogLevel.Information, "RabbitMQ is reached again")]
        public static partial void Back(ILogger logger);
    }
}
