using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Search;

/// <summary>After an upgrade: what was there before it could be searched becomes findable, a hundred at a time.</summary>
internal sealed partial class SearchBackfill(IServiceScopeFactory scopes, ILogger<SearchBackfill> logger) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await FillAsync(stoppingToken) > 0)
            {
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Another replica may be at it; what is still missing is filled in at the next start.
            Log.Failed(logger, error);
        }
    }

    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionsDbContext>();
        var entries = db.SearchEntries;
        List<object> missing =
        [
            .. await db.Sessions.AsNoTracking().Where(s => !entries.Any(e => e.Unit == s.Unit && e.Kind == SearchKind.Session && e.Id == s.Id))
                .OrderBy(s => s.Unit).ThenBy(s => s.Id).Take(Batch).ToListAsync(cancellationToken),
            .. await db.Activities.AsNoTracking().Where(a => !a.IsWithdrawn
                && (a.Kind != ActivityKind.SelfStudy || a.SharedAt != "")
                && !entries.Any(e => e.Unit == a.Unit && e.Kind == SearchKind.Activity && e.Id == a.Id))
                .OrderBy(a => a.Unit).ThenBy(a => a.Id).Take(Batch).ToListAsync(cancellationToken),
            .. await db.FirstTopics.AsNoTracking().Where(t => !entries.Any(e => e.Unit == t.Unit && e.Kind == SearchKind.FirstTopic && e.Id == t.Id))
                .OrderBy(t => t.Unit).ThenBy(t => t.Id).Take(Batch).ToListAsync(cancellationToken),
        ];
        foreach (var source in missing.SelectMany(SearchIndex.SourcesOf))
        {
            await SearchIndex.WriteAsync(db, source, isGone: false, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Making older records findable stopped; it goes on at the next start")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
