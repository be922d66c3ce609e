using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace StudySuite.Directory.Identity;

/// <summary>
/// Deletes rows of tokens and sessions that ended a day ago; a used code must stay known for as long as it could be
/// tried again.
/// </summary>
internal sealed partial class TokenPruner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenPruner> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow().AddDays(-1);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().LoginSessions
                    .Where(session => session.ExpiresAt < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Deleting old tokens failed; tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
