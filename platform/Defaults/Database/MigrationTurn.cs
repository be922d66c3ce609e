using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace StudySuite.Defaults.Database;

/// <summary>
/// One migrating process at a time for each PostgreSQL database. EF takes its lock for one migration only, so two
/// that start together read the same list of pending ones, and the later fails on what the earlier has made.
/// </summary>
internal sealed class MigrationTurn : IAsyncDisposable
{
    // Any number, as long as nothing else of ours takes an advisory lock with it.
    private const long Key = 0x5354_5544_594D_4947;

    private readonly NpgsqlConnection? holder;

    private MigrationTurn(NpgsqlConnection? holder) => this.holder = holder;

    /// <summary>Makes the database when it is missing, and waits for the turn; SQLite has one process only.</summary>
    public static async Task<MigrationTurn> TakeAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (!database.IsNpgsql())
        {
            return new MigrationTurn(null);
        }

        await CreateAsync(database.GetService<IRelationalDatabaseCreator>(), cancellationToken);
        var at = new NpgsqlConnectionStringBuilder(database.GetConnectionString()) { Pooling = false };
        var holder = new NpgsqlConnection(at.ConnectionString);
        try
        {
            await holder.OpenAsync(cancellationToken);
            await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", holder)
            {
                // As long as the other migrates.
                CommandTimeout = 0,
                Parameters = { new() { Value = Key } },
            };
            await take.ExecuteNonQueryAsync(cancellationToken);
            return new MigrationTurn(holder);
        }
        catch
        {
            await holder.DisposeAsync();
            throw;
        }
    }

    /// <summary>The lock goes with its connection, even when the process is killed.</summary>
    public ValueTask DisposeAsync() => holder?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task CreateAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException error) when (
            error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in between.
        }
    }
}
