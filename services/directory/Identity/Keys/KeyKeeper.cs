using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Directory.Identity;

/// <summary>Makes the next keys in time, and follows what other replicas have made.</summary>
internal sealed partial class KeyKeeper(
    IServiceScopeFactory scopes, IdentityKeys keys, IOptions<IdentityOptions> options, TimeProvider clock,
    ILogger<KeyKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.KeyCheckSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CallContext>().Action = nameof(KeyKeeper);
                var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();
                await keys.RotateWhenDueAsync(db, stoppingToken);
                await keys.RefreshAsync(db, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Looking after the keys of tokens failed; tried again at the next tick")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}

/// <summary><c>rotate-keys</c>: the next signing key takes over after the lead, without an outage.</summary>
internal sealed class RotateKeysVerb(IServiceScopeFactory scopes, IdentityKeys keys) : ISuiteVerb
{
    public string Name => "rotate-keys";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().Action = Name;
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();
        db.Audit("identityKeys");
        var signsFrom = await keys.RotateAsync(db, cancellationToken);
        await output.WriteLineAsync($"directory: the new key signs from {signsFrom:O} / 新密钥自该时刻起签名");
        return 0;
    }
}
