using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StudySuite.Messaging;

/// <summary>Reads the gauges every few seconds and removes old rows every hour, in small statements.</summary>
internal sealed partial class OutboxUpkeep<TDb>(
    OutboxName<TDb> name, IServiceScopeFactory scopes, MessagingMetrics metrics, IOptions<MessagingOptions> options,
    TimeProvider clock, ILogger<OutboxUpkeep<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    internal const int BatchSize = 1000;
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ReadEvery, clock);
        var cleanedAt = DateTimeOffset.MinValue;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                metrics.Observe(name.Service, await OutboxState.ReadAsync(db, clock, stoppingToken));
                if (clock.GetUtcNow() - cleanedAt >= CleanEvery)
                {
                    await CleanAsync(db, stoppingToken);
                    cleanedAt = clock.GetUtcNow();
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, name.Service, error.GetBaseException().Message);
            }
        }
    }

    /// <returns>How many rows went.</returns>
    internal async Task<int> CleanAsync(DbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var sentBefore = now.AddDays(-options.Value.KeepSentDays);
        var receivedBefore = now.AddDays(-options.Value.KeepReceivedDays);
        var sent = db.Set<OutboxMessage>().Where(row => row.SentAt < sentBefore).OrderBy(row => row.Sequence);
        var received = db.Set<InboxMessage>().Where(row => row.ReceivedAt < receivedBefore).OrderBy(row => row.ReceivedAt);
        return await DrainAsync(sent, cancellationToken) + await DrainAsync(received, cancellationToken);
    }

    private static async Task<int> DrainAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var total = 0;
        int batch;
        do
        {
            batch = await rows.Take(BatchSize).ExecuteDeleteAsync(cancellationToken);
            total += batch;
        }
        while (batch == BatchSize);
        return total;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Upkeep of {Service}'s outbox failed and is tried again: {Why}")]
        public static partial void Failed(ILogger logger, string service, string why);
    }
}
