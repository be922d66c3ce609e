using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Notifications.Deliveries;

/// <summary>
/// <c>redeliver-parked</c>: deliveries that were given up are tried again, all of them or, with
/// <c>redeliver-parked CHANNEL</c>, those of one channel. The same as the RPC RedeliverParked, for the operator's console.
/// </summary>
internal sealed class RedeliverParkedVerb(IServiceScopeFactory scopes, TimeProvider clock) : ISuiteVerb
{
    public string Name => "redeliver-parked";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var channel = args.Count > 0 ? args[0] : "-";
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var parked = await db.Deliveries
            .Where(delivery => delivery.State == DeliveryState.Parked && (channel == "-" || delivery.Channel == channel))
            .ToListAsync(cancellationToken);
        parked.ForEach(delivery => delivery.SendAgain(clock.GetUtcNow()));
        db.Audit($"channels/{channel}/deliveries");
        await db.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync($"notifications: {parked.Count}");
        return 0;
    }
}
