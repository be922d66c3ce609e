using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StudySuite.Defaults.Requests;

/// <summary>Forgets request ids after a week; a client that repeats does so within minutes.</summary>
internal sealed partial class RequestLogCleaner<TDb>(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<RequestLogCleaner<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - Kept;
                await scope.ServiceProvider.GetRequiredService<TDb>().Set<RequestLogEntry>()
                    .Where(entry => entry.CreatedAt < before)
                    .ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Cleaning the request log failed; tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
