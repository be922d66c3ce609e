using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Live;

/// <summary>
/// Looks twice a second for new alerts and read marks, whichever replica stored them, and at once for alerts of this one,
/// and wakes this one's watchers: the same few queries however many watch. It compares ids of the last minute, because
/// rows need not commit in the order of their times.
/// </summary>
internal sealed partial class InboxPoller(
    IServiceScopeFactory scopes, AlertSignal alerts, InboxSignal signal, TimeProvider clock, ILogger<InboxPoller> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>However many alerts come at once, watchers are woken ten times a second at most.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);

    private HashSet<string> known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = alerts.Next;
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }

            await Task.Delay(AtLeast, clock, stoppingToken);
            await Waker.WaitAsync(next, Every - AtLeast, clock, stoppingToken);
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
