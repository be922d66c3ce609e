using System.Security.Cryptography;

namespace StudySuite.Notifications.Channels;

/// <summary>
/// Keys are made and renewed here, not when a call first needs one: that call may have a transaction open, and on
/// SQLite a second connection could not write beside it.
/// </summary>
internal sealed partial class ChannelKeys(ChannelSecrets secrets, TimeProvider clock, ILogger<ChannelKeys> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Touch();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Touch();
        }
    }

    private void Touch()
    {
        try
        {
            secrets.Touch();
        }
        catch (CryptographicException error)
        {
            Log.KeysFailed(logger, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The keys of channels could not be read or made; tried again later")]
        public static partial void KeysFailed(ILogger logger, Exception error);
    }
}
