using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Defaults.Audit;

/// <summary>
/// Deletes entries that are older than the rulebook keeps them, from the beginning of the chain on, and leaves a
/// checkpoint that the rest is verified from.
/// </summary>
internal sealed partial class AuditRetention<TDb>(
    IServiceScopeFactory scopes, ServiceInfo<TDb> service, TimeProvider clock, ILogger<AuditRetention<TDb>> logger)
    : BackgroundService
    where TDb : DbContext
{
    /// <summary>Network logs are kept six months at least, whatever the rulebook says (DOMAIN §1.5).</summary>
    public const int FewestDays = 183;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CallContext>().Action = AuditCheckpoint.Action;
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                var chain = scope.ServiceProvider.GetRequiredService<AuditChain<TDb>>();
                await DeleteOldAsync(db, chain, clock, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error, service.Name);
            }
        }
    }

    /// <returns>How many entries were deleted.</returns>
    internal static async Task<int> DeleteOldAsync(
        TDb db, AuditChain<TDb> chain, TimeProvider clock, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var before = clock.GetUtcNow().AddDays(-Math.Max(FewestDays, rules.Number("audit.retention_days")));
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await chain.LockAsync(cancellationToken);

        // Up to the first that is kept: the chain stays whole even where clocks of replicas differ.
        var firstKept = await chain.Entries.Where(entry => entry.Link != null && entry.At >= before)
            .MinAsync(entry => entry.Link, cancellationToken) ?? long.MaxValue;
        var last = await chain.Entries.Where(entry => entry.Link < firstKept).OrderByDescending(entry => entry.Link)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return 0;
        }

        var checkpoint = new AuditCheckpoint { Link = last.Link!.Value, Seal = last.Seal!, At = clock.GetUtcNow() };
        db.Add(checkpoint);
        db.Audit(checkpoint.Confirmation);
        await db.SaveChangesAsync(cancellationToken);
        var deleted = await db.Set<AuditEntry>().Where(entry => entry.Link <= checkpoint.Link)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Deleting old audit entries of {Service} failed; tried again later")]
        public static partial void Failed(ILogger logger, Exception error, string service);
    }
}
