using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Audit;

/// <summary>
/// Seals new entries every few seconds and, about once an hour, puts the head of the chain into the log: a log kept
/// elsewhere then witnesses the chain.
/// </summary>
internal sealed partial class AuditSealer<TDb>(
    IServiceScopeFactory scopes, ServiceInfo<TDb> service, IOptions<AuditOptions> options, TimeProvider clock,
    ILogger<AuditSealer<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan HeadEvery = TimeSpan.FromHours(1);

    private AuditHead told = AuditHead.None;
    private DateTimeOffset toldAt = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SealSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var chain = scope.ServiceProvider.GetRequiredService<AuditChain<TDb>>();
                await chain.SealAsync(stoppingToken);
                await TellHeadAsync(chain, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error, service.Name);
            }
        }
    }

    private async Task TellHeadAsync(AuditChain<TDb> chain, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - toldAt < HeadEvery)
        {
            return;
        }

        toldAt = clock.GetUtcNow();
        var head = await chain.HeadAsync(cancellationToken);
        if (head != told)
        {
            told = head;
            Log.Head(logger, service.Name, head.ToString());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Audit head {Service} {Head}")]
        public static partial void Head(ILogger logger, string service, string head);

        [LoggerMessage(LogLevel.Error, "Sealing the audit trail of {Service} failed; tried again at the next tick")]
        public static partial void Failed(ILogger logger, Exception error, string service);
    }
}
