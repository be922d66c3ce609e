using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StudySuite.Notifications.Live;

/// <summary>
/// Looks twice a second for new alerts and read marks, whichever replica stored them, and wakes this one's watchers:
/// the same few queries however many watch. It compares ids of the last minute, because rows need not commit in the
/// order of their times.
/// </summary>
internal sealed partial class InboxPoller(
    IServiceScopeFactory scopes, InboxSignal signal, TimeProvider clock, ILogger<InboxPoller> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);

    private HashSet<string> known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var since = clock.GetUtcNow() - LookBack;
        var recent = await db.Alerts.Where(alert => alert.CreatedAt > since).Select(alert => alert.Id)
            .ToHashSetAsync(cancellationToken);
        recent.UnionWith(await db.ReadMarks.Where(mark => mark.ReadAt > since).Select(mark => mark.Person + "/" + mark.Alert)
            .ToListAsync(cancellationToken));
        if (!recent.IsSubsetOf(known))
        {
            signal.Pulse();
        }

        known = recent;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Looking for new alerts failed; tried again")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
