using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StudySuite.Messaging;

/// <summary>How an outbox stands. Parked rows are not pending.</summary>
internal sealed record OutboxState(int Pending, int Parked, double OldestSeconds)
{
    private const double AlertSeconds = 60;

    public bool IsTroubled => Parked > 0 || OldestSeconds > AlertSeconds;

    public static async Task<OutboxState> ReadAsync(DbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var unsent = db.Set<OutboxMessage>().Where(row => row.SentAt == null);
        var parked = await unsent.CountAsync(row => row.ParkedAt != null, cancellationToken);
        var waiting = unsent.Where(row => row.ParkedAt == null);
        var pending = await waiting.CountAsync(cancellationToken);
        var oldest = await waiting.MinAsync(row => (DateTime?)row.CreatedAt, cancellationToken);
        return new OutboxState(pending, parked, Age(oldest, clock));
    }

    private static double Age(DateTime? since, TimeProvider clock) =>
        since is null ? 0 : Math.Max(0, (clock.GetUtcNow().UtcDateTime - since.Value).TotalSeconds);
}

internal sealed class OutboxHealthCheck<TDb>(IServiceScopeFactory scopes, TimeProvider clock) : IHealthCheck
    where TDb : DbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var state = await OutboxState.ReadAsync(db, clock, cancellationToken);
        var text = $"{state.Pending} pending, oldest {state.OldestSeconds:0} s, {state.Parked} parked";
        return state.IsTroubled ? HealthCheckResult.Degraded(text) : HealthCheckResult.Healthy(text);
    }
}
