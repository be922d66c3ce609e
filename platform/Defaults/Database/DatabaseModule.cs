using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Database;

/// <summary>The choice between PostgreSQL and SQLite; nothing else in the suite asks for it.</summary>
public static class DatabaseModule
{
    /// <typeparam name="TDb">The service's context, used as it is on PostgreSQL.</typeparam>
    /// <typeparam name="TSqlite">The same with the migrations for SQLite.</typeparam>
    internal static void AddSuiteDatabase<TDb, TSqlite>(
        this IServiceCollection services, IConfiguration configuration, string service)
        where TDb : SuiteDbContext
        where TSqlite : TDb
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton<SaveInterceptor>();
        if (options.Provider == DatabaseProvider.Postgres)
        {
            var connection = PostgresConnection(options, service);
            var hot = new HotStatements();
            services.AddScoped(Lend<TDb>);
            services.AddPooledDbContextFactory<TDb>((provider, db) =>
                Common(provider, db).UseNpgsql(connection).AddInterceptors(hot));
        }
        else
        {
            var connection = SqliteConnection(options, service);
            services.AddScoped<TDb>(Lend<TSqlite>);
            services.AddPooledDbContextFactory<TSqlite>((provider, db) => Common(provider, db).UseSqlite(connection));
        }

        services.AddSingleton<IStartupCheck, DatabaseCheck<TDb>>();
        services.AddSingleton<IMigration, Migration<TDb>>();
    }

    /// <summary>
    /// Contexts go back when the scope ends and are lent again: to make one, with its options and some dozen services of
    /// its own, costs more than a small query. Only whose call it serves is new each time.
    /// </summary>
    private static TDb Lend<TDb>(IServiceProvider provider)
        where TDb : SuiteDbContext
    {
        var db = provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
        db.Call = provider.GetRequiredService<CallContext>();
        return db;
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
