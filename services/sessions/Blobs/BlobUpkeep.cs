using Microsoft.EntityFrameworkCore;
using StudySuite.Files;
using StudySuite.Sessions.Archives;

namespace StudySuite.Sessions.Blobs;

/// <summary>
/// Takes away blobs that no row names: of calls that failed after storing them, and of files taken away. A day's grace
/// costs nothing; the lock, not the grace, keeps it from taking what is being stored.
/// </summary>
internal sealed partial class BlobUpkeep(
    IServiceScopeFactory scopes, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, Incoming incoming,
    TimeProvider clock, ILogger<BlobUpkeep> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                incoming.CleanUp();
                await CleanUpAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CleanUpAsync(CancellationToken cancellationToken)
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
            await CleanUpAsync(scope.ServiceProvider.GetRequiredService<SessionsDbContext>(), hashes, cancellationToken);
        }
    }

    private async Task CleanUpAsync(SessionsDbContext db, string[] hashes, CancellationToken cancellationToken)
    {
        if ((await OrphansAsync(db, hashes, cancellationToken)).Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await BlobLock.TakeAsync(db, cancellationToken);
        var orphans = await OrphansAsync(db, hashes, cancellationToken);
        foreach (var orphan in orphans)
        {
            await blobs.DeleteAsync(orphan, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        Log.CleanedUp(logger, orphans.Count);
    }

    private static async Task<List<string>> OrphansAsync(
        SessionsDbContext db, string[] hashes, CancellationToken cancellationToken)
    {
        var named = await db.MaterialFiles.Where(file => hashes.Contains(file.Sha256)).Select(file => file.Sha256)
            .Union(db.ActivityFiles.Where(file => hashes.Contains(file.Sha256)).Select(file => file.Sha256))
            .Union(db.Set<ArchiveAddendum>().Where(a => hashes.Contains(a.Sha256)).Select(a => a.Sha256))
            .Union(db.Archives.Where(a => hashes.Contains(a.IndexSha256)).Select(a => a.IndexSha256))
            .ToListAsync(cancellationToken);
        var orphans = new List<string>();
        foreach (var hash in hashes.Except(named))
        {
            // Indexes are kept as JSON; a hash stands in no other text by chance.
            var pattern = $"%{hash}%";
            var isArchived = await db.Database
                .SqlQuery<int>($"""
                    select 1 as "Value" from session_archive where items like {pattern}
                    union all select 1 from archive_addendum where files like {pattern}
                    """)
                .AnyAsync(cancellationToken);
            if (!isArchived)
            {
                orphans.Add(hash);
            }
        }

        return orphans;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Took away {Count} blobs that nothing names")]
        public static partial void CleanedUp(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "Cleaning up blobs failed; tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
