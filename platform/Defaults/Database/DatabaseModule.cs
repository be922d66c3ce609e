using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Database;

/// <summary>The choice between PostgreSQL and SQLite; nothing else in the suite asks for it.</summary>
public static class DatabaseModule
{
    /// <typeparam name="TDb">The service's context, used as it is on PostgreSQL.</typeparam>
    /// <typeparam name="TSqlite">The same with the migrations for SQLite.</typeparam>
    internal static void AddSuiteDatabase<TDb, TSqlite>(
        this IServiceCollection services, IConfiguration configuration, string service)
        where TDb : DbContext
        where TSqlite : TDb
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (options.Provider == DatabaseProvider.Postgres)
        {
            var connection = PostgresConnection(options, service);
            var hot = new HotStatements();
            services.AddDbContext<TDb>((provider, db) => Common(provider, db).UseNpgsql(connection).AddInterceptors(hot));
        }
        else
        {
            var connection = SqliteConnection(options, service);
            services.AddDbContext<TDb, TSqlite>((provider, db) => Common(provider, db).UseSqlite(connection));
        }

        services.AddScoped<SaveInterceptor>();
        services.AddSingleton<IStartupCheck, DatabaseCheck<TDb>>();
        services.AddSingleton<IMigration, Migration<TDb>>();
    }

    private static DbContextOptionsBuilder Common(IServiceProvider provider, DbContextOptionsBuilder db) => db
        .UseSnakeCaseNamingConvention()
        // A refused row is often a named error to the caller; what is not, the error interceptor logs.
        .ConfigureWarnings(events => events.Log(
            (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)))
        .AddInterceptors(provider.GetRequiredService<SaveInterceptor>());

    private static string PostgresConnection(DatabaseOptions options, string service)
    {
        if (options.Connection.Length == 0)
        {
            throw new StartupError(
                "缺少设置 Database:Connection（PostgreSQL 地址与账号，如 Host=db;Username=study）。",
                "Setting Database:Connection is missing (server and user of PostgreSQL, such as Host=db;Username=study).");
        }

        var connection = new NpgsqlConnectionStringBuilder(options.Connection);
        connection.Database ??= options.NamePrefix + service;
        if (options.PasswordFile.Length > 0)
        {
            connection.Password = File.ReadAllText(options.PasswordFile).Trim();
        }

        // Nothing of ours leaves state in a session, so none has to be reset.
        connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }

    private static string SqliteConnection(DatabaseOptions options, string service) =>
        $"Data Source={Path.Combine(options.Folder, service + ".db")};Foreign Keys=True;Default Timeout=30";
}
