using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Deadlines;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Alerts;

internal static class Sweeping
{
    /// <summary>As the sweeper runs it on that day: each sweep in a transaction of its own.</summary>
    public static async Task SweepAsync(this ServiceHost<SupervisionDbContext> host, DateOnly today)
    {
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var type in scope.ServiceProvider.GetServices<ISweep<SupervisionDbContext>>().Select(sweep => sweep.GetType()))
        {
            await using var inner = host.Services.CreateAsyncScope();
            var db = inner.ServiceProvider.GetRequiredService<SupervisionDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            var sweep = inner.ServiceProvider.GetServices<ISweep<SupervisionDbContext>>().Single(sweep => sweep.GetType() == type);
            await sweep.SweepAsync(db, today, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }
}
