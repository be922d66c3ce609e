using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Doctor;

/// <summary>One service's database: reachable, of this build's schema, its clock, what its outbox gave up.</summary>
internal sealed class DatabaseCheckup<TDb>(ServiceInfo<TDb> service, IServiceScopeFactory scopes, TimeProvider clock)
    : ICheckup
    where TDb : DbContext
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private string About => $"{service.Name} database";

    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var (pending, unreachable) = await PendingAsync(db, cancellationToken);
        if (unreachable is not null)
        {
            yield return unreachable;
            yield break;
        }

        if (pending.Count > 0)
        {
            yield return Finding.Bad(
                About, $"结构未更新（缺 {pending.Count} 步，到 {pending[^1]}）。请运行 migrate。",
                $"The schema lacks {pending.Count} steps up to {pending[^1]}: run migrate.");
            yield break;
        }

        yield return Finding.Good(About);
        if (db.Database.IsNpgsql())
        {
            yield return await ClockAsync(db, cancellationToken);
        }

        var parked = await db.Set<OutboxMessage>()
            .CountAsync(row => row.SentAt == null && row.ParkedAt != null, cancellationToken);
        yield return parked == 0
            ? Finding.Good($"{service.Name} outbox")
            : Finding.Warning(
                $"{service.Name} outbox", $"{parked} 条消息被搁置。查看日志中的原因，排除后运行 replay-parked。",
                $"{parked} messages are parked: see the log for why, then run replay-parked.");
    }

    private static async Task<(List<string> Pending, Finding? Unreachable)> PendingAsync(TDb db,
        CancellationToken cancellationToken)
    {
        try
        {
            return ([.. await db.Database.GetPendingMigrationsAsync(cancellationToken)], null);
        }
        catch (Exception error) when (DatabaseCheck<TDb>.IsUnreachable(error))
        {
            var lines = DatabaseCheck<TDb>.Unreachable(db, error).Message.Split('\n', 2);
            return ([], Finding.Bad("database", lines[0], lines[^1]));
        }
    }

    private async Task<Finding> ClockAsync(TDb db, CancellationToken cancellationToken)
    {
        var there = await db.Database.SqlQuery<DateTime>($"select clock_timestamp() at time zone 'UTC' as \"Value\"")
            .SingleAsync(cancellationToken);
        var apart = (DateTime.SpecifyKind(there, DateTimeKind.Utc) - clock.GetUtcNow().UtcDateTime).Duration();
        return apart <= Tolerance
            ? Finding.Good($"{service.Name} clock")
            : Finding.Bad(
                $"{service.Name} clock", $"与数据库服务器相差 {apart.TotalSeconds:F0} 秒。请在各服务器上启用 NTP 对时。",
                $"{apart.TotalSeconds:F0} s apart from the database server's: let NTP set the clocks of all machines.");
    }
}
