using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Testcontainers.PostgreSql;

namespace StudySuite.Testing.Servers;

internal static class PostgresContainer
{
    public static async Task<PostgresServer> StartAsync()
    {
        var container = new PostgreSqlBuilder("postgres:17-alpine").WithCommand(PostgresServer.Settings)
            .WithLogger(NullLogger.Instance).Build();
        await container.StartAsync();
        ContainerGuard.Watch(container.Id);

        var address = new NpgsqlConnectionStringBuilder(container.GetConnectionString()) { Database = "postgres" };
        return new PostgresServer(address.ConnectionString, IsLent: false);
    }
}
