using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StudySuite.Files;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>
/// Between storing a blob and committing the row that names it, the clean-up must not take it for an orphan. Whoever stores
/// shares this lock until its transaction ends; the clean-up takes it alone. SQLite has one writer anyway.
/// </summary>
internal static class BlobLock
{
    private const long Key = 0x7375_7065_626C_6F62;

    public static Task ShareAsync(SupervisionDbContext db, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Key})", cancellationToken)
        : Task.CompletedTask;

    public static Task TakeAsync(SupervisionDbContext db, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken)
        : Task.CompletedTask;
}

/// <summary>Takes away blobs that no row names: of calls that failed after storing them, and of files taken away.</summary>
internal sealed partial class BlobUpkeep(
    IServiceScopeFactory scopes, [FromKeyedServices(SupervisionModule.Shelf)] IBlobs blobs, TimeProvider clock,
    ILogger<BlobUpkeep> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanUpAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    internal async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Grace;
        var old = new List<string>();
        await foreach (var blob in blobs.ListAsync(cancellationToken))
        {
            if (blob.KeptAt < before)
            {
                old.Add(blob.Sha256);
            }
        }

        foreach (var hashes in old.Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            await CleanUpAsync(scope.ServiceProvider.GetRequiredService<SupervisionDbContext>(), hashes, cancellationToken);
        }
    }

    private async Task CleanUpAsync(SupervisionDbContext db, string[] hashes, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await BlobLock.TakeAsync(db, cancellationToken);
        var named = await db.ObservationFiles.Where(file => hashes.Contains(file.Sha256)).Select(file => file.Sha256)
            .Union(db.EvidenceFiles.Where(file => hashes.Contains(file.Sha256)).Select(file => file.Sha256))
            .ToListAsync(cancellationToken);
        foreach (var orphan in hashes.Except(named))
        {
            await blobs.DeleteAsync(orphan, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Cleaning up blobs failed; tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
