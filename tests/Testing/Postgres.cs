using Npgsql;
using StudySuite.Testing.Servers;

namespace StudySuite.Testing;

/// <summary>Fresh PostgreSQL databases; README.md says where the server comes from.</summary>
public static class Postgres
{
    /// <param name="purpose">Part of the name, to recognise it by, e.g. "planning".</param>
    /// <returns>The connection string of an empty database that nobody else uses. It goes when the tests of the assembly are through.</returns>
    public static async Task<string> CreateDatabaseAsync(string purpose)
    {
        var server = await PostgresServer.SharedAsync();
        var name = UniqueName.For(purpose);

        // template0, because template1 cannot be copied while anybody is connected to it.
        await server.ExecuteAsync($"create database \"{name}\" template template0 encoding 'UTF8'");
        if (server.IsLent)
        {
            Borrowed.Add(() => DropAsync(server, name));
        }

        // Every database has a pool of its own: idle connections must go soon, or a long run uses them all up.
        return new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Database = name, ConnectionIdleLifetime = 15, ConnectionPruningInterval = 5, IncludeErrorDetail = true,
        }.ConnectionString;
    }

    private static async Task DropAsync(PostgresServer server, string name)
    {
        try
        {
            await server.ExecuteAsync($"drop database if exists \"{name}\" with (force)");
        }
        catch (NpgsqlException)
        {
            // The server went first (Ctrl-C): nothing to drop.
        }
    }
}
