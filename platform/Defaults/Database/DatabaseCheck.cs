using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Database;

/// <summary>At start: is the database there, and does its schema fit this build?</summary>
internal sealed class DatabaseCheck<TDb>(IServiceScopeFactory scopes, ServiceInfo<TDb> service) : IStartupCheck
    where TDb : DbContext
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        IEnumerable<string> pending;
        try
        {
            pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        }
        catch (Exception error) when (IsUnreachable(error))
        {
            throw Unreachable(db, error);
        }

        if (pending.Any())
        {
            throw new StartupError(
                $"{service.Name} 的数据库结构未更新，请先运行 migrate 命令。",
                $"The schema of {service.Name}'s database is not up to date: run the migrate verb first.");
        }
    }

    internal static bool IsUnreachable(Exception error) =>
        error is DbException or SocketException or UnauthorizedAccessException or IOException or TimeoutException
        || (error.InnerException is not null && IsUnreachable(error.InnerException));

    internal static StartupError Unreachable(DbContext db, Exception error)
    {
        var why = error.GetBaseException().Message;
        return db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => new StartupError(
                $"无法打开数据文件 {sqlite.DataSource}：{why}。请检查设置 Database:Folder 指向的文件夹是否可写。",
                $"Cannot open {sqlite.DataSource}: {why} Check that the folder in setting Database:Folder can be written."),
            NpgsqlConnection postgres => UnreachablePostgres(new NpgsqlConnectionStringBuilder(postgres.ConnectionString), why),
            _ => new StartupError(why, why),
        };
    }

    private static StartupError UnreachablePostgres(NpgsqlConnectionStringBuilder at, string why) => new(
        $"无法连接数据库 {at.Host}:{at.Port}/{at.Database}：{why}。请检查设置 Database:Connection 与 Database:PasswordFile。",
        $"Cannot reach the database {at.Host}:{at.Port}/{at.Database}: {why}. Check settings Database:Connection and Database:PasswordFile.");
}
