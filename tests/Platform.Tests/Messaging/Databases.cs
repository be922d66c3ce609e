using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>What a consumer of these tests leaves behind; the ids tell the order.</summary>
public sealed class Effect
{
    public long Id { get; private set; }

    public required string Subject { get; init; }

    public required long Version { get; init; }

    public string? TraceId { get; init; }
}

public abstract class EffectDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging().Entity<Effect>();
}

/// <summary>Database of the service that announces.</summary>
public sealed class SourceDb(DbContextOptions<SourceDb> options) : EffectDb(options);

/// <summary>Database of the service that listens; as in the suite, the running context is a subclass on SQLite.</summary>
public class TargetDb(DbContextOptions options) : EffectDb(options);

public sealed class PostgresTargetDb(DbContextOptions<PostgresTargetDb> options) : TargetDb(options);

public sealed class SqliteTargetDb(DbContextOptions<SqliteTargetDb> options) : TargetDb(options);

/// <summary>Two fresh databases that outlive the hosts which use them.</summary>
public sealed class Databases(Provider provider, string source, string target) : IDisposable
{
    private readonly List<string> files = [];

    public static async Task<Databases> CreateAsync(Provider provider)
    {
        if (provider == Provider.PostgreSql)
        {
            return new Databases(provider,
                await Postgres.CreateDatabaseAsync("source"), await Postgres.CreateDatabaseAsync("target"));
        }

        var path = Path.Combine(Path.GetTempPath(), $"studysuite-{Guid.CreateVersion7():N}");
        return new Databases(provider, $"Data Source={path}-source.db", $"Data Source={path}-target.db")
        {
            files = { path + "-source.db", path + "-target.db" },
        };
    }

    public bool IsPostgres => provider == Provider.PostgreSql;

    public string Source => source;

    public void UseSource(DbContextOptionsBuilder db) => Use(db, source);

    public void UseTarget(DbContextOptionsBuilder db) => Use(db, target);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in files.SelectMany(file => new[] { file, file + "-wal", file + "-shm" }))
        {
            File.Delete(file);
        }
    }

    private void Use(DbContextOptionsBuilder db, string connection)
    {
        if (IsPostgres)
        {
            db.UseNpgsql(connection);
        }
        else
        {
            db.UseSqlite(connection);
        }
    }
}
