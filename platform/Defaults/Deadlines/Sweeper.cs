using System.ComponentModel.DataAnnotations;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Requests;

namespace StudySuite.Defaults.Deadlines;

/// <summary>Section <c>Deadlines</c>.</summary>
public sealed class DeadlineOptions
{
    /// <summary>Seconds between two looks at what falls due.</summary>
    [Range(1, 86400)]
    public int SweepSeconds { get; set; } = 60;
}

/// <summary>Looks for what falls due and announces it with <see cref="DeadlineTable.FireOnceAsync"/>.</summary>
public interface ISweep<in TDb>
    where TDb : DbContext
{
    Task SweepAsync(TDb db, DateOnly today, CancellationToken cancellationToken);
}

/// <summary>Runs a service's sweeps now and then, each in a transaction of its own.</summary>
internal sealed partial class Sweeper<TDb>(
    IServiceScopeFactory scopes, IOptions<DeadlineOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime,
    ILogger<Sweeper<TDb>> logger)
    : BackgroundService
    where TDb : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds), clock);
        // The first look was 6 % of the work of a start of the suite in one process.
        await lifetime.UntilStartedAsync(stoppingToken);
        do
        {
            await SweepOnceAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One that fails keeps none of the others from theirs.</summary>
    internal async Task SweepOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var type in await SweepTypesAsync())
        {
            try
            {
                await SweepOnceAsync(type, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, type.Name, error);
            }
        }
    }

    private async Task SweepOnceAsync(Type type, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().Action = type.Name;
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var sweep = scope.ServiceProvider.GetServices<ISweep<TDb>>().Single(sweep => sweep.GetType() == type);

        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await sweep.SweepAsync(db, clock.Today(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<Type>> SweepTypesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetServices<ISweep<TDb>>().Select(sweep => sweep.GetType())];
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Sweep} failed; tried again at the next")]
        public static partial void Failed(ILogger logger, string sweep, Exception error);
    }
}
