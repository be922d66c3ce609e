using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace StudySuite.Defaults.Database;

/// <summary>Brings one service's database to the schema of this build.</summary>
public interface IMigration
{
    Task MigrateAsync(CancellationToken cancellationToken);
}

internal sealed class Migration<TDb>(IServiceScopeFactory scopes, IConfiguration configuration) : IMigration
    where TDb : DbContext
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        try
        {
            if (db.Database.IsSqlite())
            {
                System.IO.Directory.CreateDirectory(configuration["Database:Folder"] ?? new DatabaseOptions().Folder);
            }

            await using var turn = await MigrationTurn.TakeAsync(db.Database, cancellationToken);
            // EF compares the whole model with the last migration before it looks whether there is anything to do; a test
            // has done that for this build.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await db.Database.MigrateAsync(cancellationToken);
            }
        }
        catch (Exception error) when (DatabaseCheck<TDb>.IsUnreachable(error))
        {
            throw DatabaseCheck<TDb>.Unreachable(db, error);
        }

        if (db.Database.IsSqlite())
        {
            // Readers beside one writer; stays set in the file.
            await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", cancellationToken);
        }
    }
}
