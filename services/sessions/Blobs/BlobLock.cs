using Microsoft.EntityFrameworkCore;

namespace StudySuite.Sessions.Blobs;

/// <summary>
/// Between storing a blob and committing the row that names it, the clean-up must not take it for an orphan. Whoever stores
/// shares this lock until its transaction ends; the clean-up takes it alone. SQLite has one writer anyway.
/// </summary>
internal static class BlobLock
{
    private const long Key = 0x7365_7373_626C_6F62;

    public static Task ShareAsync(SessionsDbContext db, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Key})", cancellationToken)
        : Task.CompletedTask;

    public static Task TakeAsync(SessionsDbContext db, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken)
        : Task.CompletedTask;
}
