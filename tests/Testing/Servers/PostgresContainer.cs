using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Testcontainers.PostgreSql;

namespace StudySuite.Testing.Servers;

internal static class PostgresContainer
{
    public static async Task<PostgresServer> StartAsync()
    {
        var container = new PostgreSqlBuilder("postgres:17-alpine").WithCommand([.. PostgresServer.Settings])
            .WithName(ContainerGuard.NewName()).WithLogger(NullLogger.Instance).Build();
        await container.StartAsync();

        var address = new NpgsqlConnectionStringBuilder(container.GetConnectionString()) { Database = "postgres" };
        return new PostgresServer(address.ConnectionString, IsLent: false);
    }
}
