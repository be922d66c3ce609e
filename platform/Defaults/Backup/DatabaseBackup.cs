using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Backup;

/// <summary>A service's database, by the means of its kind; see decision 59.</summary>
internal sealed class DatabaseBackup<TDb>(IServiceScopeFactory scopes, ServiceInfo<TDb> service, TimeProvider clock)
    : IBackupPart, ISavedDatabase
    where TDb : DbContext
{
    public string Part => service.Name;

    public Task<BackupContent> SaveAsync(string folder, CancellationToken cancellationToken) => WithAsync(async db =>
    {
        var schema = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault()
            ?? throw new StartupError(
                $"{Part} 的数据库中没有数据表，无可备份。", $"{Part}'s database has no tables: there is nothing to back up.");
        // Before the copy, so that what is restored from it tells where it is from.
        await NoteAsync(db, "backup", folder, cancellationToken);
        var made = clock.GetUtcNow();
        if (db.Database.IsSqlite())
        {
            var copied = await SqliteCopy.SaveAsync(Sqlite(db), FileOf(folder), cancellationToken);
            return new BackupContent(Part, "Sqlite", schema, made, copied, new Dictionary<string, long>());
        }

        await using var tables = await PostgresTables.OpenAsync(Postgres(db), cancellationToken);
        var into = System.IO.Directory.CreateDirectory(Path.Combine(folder, Part)).FullName;
        var (items, counters) = await tables.SaveAsync(into, cancellationToken);
        return new BackupContent(Part, "Postgres", schema, made, items, counters);
    });

    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => WithAsync(async db =>
    {
        if (!await db.Database.CanConnectAsync(cancellationToken)
            || !(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            return true;
        }

        // Every change by anybody leaves a line there; what a first start writes is one.
        return !await db.Set<Audit.AuditEntry>().AnyAsync(cancellationToken);
    });

    public async Task<IReadOnlyDictionary<string, BackupItem>> ReadSavedAsync(
        string folder, BackupContent content, CancellationToken cancellationToken) => content.Kind == "Sqlite"
            ? await SqliteCopy.ReadAsync(FileOf(folder), cancellationToken)
            : await TableFile.ReadAllAsync(Path.Combine(folder, Part), content.Items.Keys, cancellationToken);

    public Task<IReadOnlyDictionary<string, BackupItem>> RestoreAsync(
        string folder, BackupContent content, CancellationToken cancellationToken) => WithAsync(async db =>
    {
        if (content.Kind != (db.Database.IsSqlite() ? "Sqlite" : "Postgres"))
        {
            throw new StartupError(
                $"备份来自 {content.Kind}，请检查设置 Database:Provider。",
                $"The backup is of {content.Kind}: check setting Database:Provider.");
        }

        if (!db.Database.GetMigrations().Contains(content.Schema))
        {
            throw new StartupError(
                $"备份的结构版本 {content.Schema} 比本程序新，请使用制作备份时或更新的版本恢复。",
                $"The backup's schema {content.Schema} is newer than this build: "
                + "restore with the build that made it or a later one.");
        }

        var found = db.Database.IsSqlite()
            ? await SqliteCopy.RestoreAsync(FileOf(folder), Sqlite(db), cancellationToken)
            : await RestorePostgresAsync(db, folder, content, cancellationToken);
        return found;
    });

    /// <summary>
    /// Services are saved one after the other: what one had sent and another not yet received is sent again, and
    /// inboxes drop what comes twice.
    /// </summary>
    public Task<int> ResendAsync(CancellationToken cancellationToken) =>
        WithAsync(db => Outbox.ResendRecentAsync(db, cancellationToken));

    public Task NoteRestoreAsync(string folder, CancellationToken cancellationToken) =>
        WithAsync(db => NoteAsync(db, "restore", folder, cancellationToken));

    /// <summary>A line of the audit trail, in the columns of the first migration: a backup may be as old.</summary>
    private Task<int> NoteAsync(TDb db, string verb, string folder, CancellationToken cancellationToken)
    {
        // As the model keeps instants: SQLite has them as ticks. Plain SQL passes its conversion by.
        var at = db.Database.IsSqlite() ? (object)clock.GetUtcNow().UtcTicks : clock.GetUtcNow();
        var resource = folder.Length > 300 ? folder[^300..] : folder;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into audit_entry (at, actor, action, resource, outcome)
             values ({at}, {"system"}, {verb}, {resource}, {"OK"})
             """,
            cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, BackupItem>> RestorePostgresAsync(
        TDb db, string folder, BackupContent content, CancellationToken cancellationToken)
    {
        if (await db.Database.CanConnectAsync(cancellationToken))
        {
            await using var old = await PostgresTables.OpenAsync(Postgres(db), cancellationToken);
            await old.DropAsync(cancellationToken);
        }

        await db.GetService<IMigrator>().MigrateAsync(content.Schema, cancellationToken);
        await using var tables = await PostgresTables.OpenAsync(Postgres(db), cancellationToken);
        return await tables.RestoreAsync(Path.Combine(folder, Part), content, cancellationToken);
    }

    private string FileOf(string folder) => Path.Combine(folder, $"{Part}.db");

    private static string Sqlite(TDb db) =>
        new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString;

    private static string Postgres(TDb db) => new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString())
    {
        Pooling = false, CommandTimeout = 0,
    }.ConnectionString;

    private async Task<T> WithAsync<T>(Func<TDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        try
        {
            return await work(db);
        }
        catch (Exception error) when (error is not StartupError && DatabaseCheck<TDb>.IsUnreachable(error))
        {
            throw error is PostgresException refused
                ? new StartupError($"{Part}：{refused.MessageText}", $"{Part}: {refused.MessageText} ({refused.SqlState})")
                : DatabaseCheck<TDb>.Unreachable(db, error);
        }
    }
}
