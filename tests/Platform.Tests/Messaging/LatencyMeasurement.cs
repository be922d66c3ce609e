using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>Run by hand: <c>dotnet run --project tests/Platform.Tests -- -explicit only -class "*LatencyMeasurement"</c>.</summary>
public sealed class LatencyMeasurement(ITestOutputHelper output)
{
    private const int Events = 4000;

    [Fact(Explicit = true)]
    public async Task TwoHundredEventsASecond_DelayFromCommitToEffect()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var effects = new CommitTimes();
        await using var host = await TestHost.StartAsync(databases, new()
        {
            Broker = await RabbitMq.CreateVirtualHostAsync("messaging"), TargetInterceptors = [effects],
        });
        await host.AnnounceAsync("warm-up", Enumerable.Range(1, 300).Select(n => (long)-n));
        await host.UntilEffectsAsync("warm-up", 300);
        var commits = new long[Events];

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var saves = new List<Task>();
        var watch = Stopwatch.StartNew();
        while (saves.Count < Events && await timer.WaitForNextTickAsync())
        {
            // Catches up on ticks that were late.
            while (saves.Count < Math.Min(Events, watch.ElapsedMilliseconds / 5))
            {
                saves.Add(SaveAsync(saves.Count));
            }
        }

        await Task.WhenAll(saves);
        await Wait.UntilAsync(
            () => Task.FromResult(effects.ByVersion.Count == Events + 300), "all arrive", TimeSpan.FromMinutes(1));
        var delays = commits
            .Select((commit, n) => Stopwatch.GetElapsedTime(commit, effects.ByVersion[n]).TotalMilliseconds).Order().ToList();
        output.WriteLine(
            $"p50 {delays[Events / 2]:0.0} ms, p99 {delays[Events * 99 / 100]:0.0} ms, max {delays[^1]:0.0} ms");
        Assert.Equal(Events, delays.Count);

        async Task SaveAsync(int n)
        {
            await host.AnnounceAsync($"units/u{n % 100}/plans/2023", n);
            commits[n] = Stopwatch.GetTimestamp();
        }
    }

    private sealed class CommitTimes : DbTransactionInterceptor
    {
        public ConcurrentDictionary<long, long> ByVersion { get; } = [];

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            foreach (var effect in eventData.Context!.ChangeTracker.Entries<Effect>())
            {
                ByVersion[effect.Entity.Version] = Stopwatch.GetTimestamp();
            }

            return Task.CompletedTask;
        }
    }
}
