using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace StudySuite.Notifications.Deliveries;

/// <summary>
/// Removes old lines of the delivery log every hour, in small statements. Alerts stay, and so does what waits or was given
/// up: that is for an operator to decide.
/// </summary>
internal sealed partial class DeliveryUpkeep(
    IServiceScopeFactory scopes, IOptions<NotificationsOptions> options, TimeProvider clock, ILogger<DeliveryUpkeep> logger)
    : BackgroundService
{
    private const int BatchSize = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var before = clock.GetUtcNow().AddDays(-options.Value.KeepDeliveryDays);
        var old = db.Deliveries
            .Where(delivery => delivery.CreatedAt < before
                && (delivery.State == DeliveryState.Dropped
                    || (delivery.State == DeliveryState.Sent && delivery.SentAt < before)))
            .OrderBy(delivery => delivery.CreatedAt);
        int removed;
        do
        {
            removed = await old.Take(BatchSize).ExecuteDeleteAsync(cancellationToken);
        }
        while (removed == BatchSize);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Removing old deliveries failed; tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
