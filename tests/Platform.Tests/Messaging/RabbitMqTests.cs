using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>Nothing lost, nothing twice, in order: on PostgreSQL and a real broker, while things go wrong.</summary>
public sealed class RabbitMqTests
{
    private const string Plan = "units/xinxiang/plans/2023";
    private const string Other = "units/fengquan/plans/2023";

    [Fact]
    public async Task KilledBetweenConfirmAndCommit_SendsAgain_EffectOnce()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var kill = new KillBeforeCommit(databases.Source);
        await using var host = await TestHost.StartAsync(databases, new()
        {
            Broker = await RabbitMq.CreateVirtualHostAsync("messaging"), SourceInterceptors = [kill],
        });
        using var duplicates = new CounterReader("studysuite.inbox.duplicates", host.Services);
        kill.IsArmed = true;

        await host.AnnounceAsync(Plan, 1, 2, 3);

        await host.UntilAllSentAsync();
        await host.UntilEffectsAsync(Plan, 3);
        await Wait.UntilAsync(() => Task.FromResult(duplicates.Total > 0), "the repeat is seen");
        Assert.Equal(1, kill.Kills);
        Assert.Equal(Versions(3), await host.EffectsAsync(Plan));
    }

    [Fact]
    public async Task TwoReplicas_KeepTheOrderOfEachSubject()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var broker = await RabbitMq.CreateVirtualHostAsync("messaging");
        await using var left = await TestHost.StartAsync(databases, new() { Broker = broker });
        await using var right = await TestHost.StartAsync(databases, new() { Broker = broker });

        await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(n => (n % 2 == 0 ? left : right).AnnounceAsync($"units/u{n}/plans/2023", Versions(50))));

        foreach (var n in Enumerable.Range(0, 8))
        {
            await left.UntilEffectsAsync($"units/u{n}/plans/2023", 50);
            Assert.Equal(Versions(50), await left.EffectsAsync($"units/u{n}/plans/2023"));
        }
    }

    [Fact]
    public async Task BrokerDownAndBack_LosesNothing_AndTouchesNoRow()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        await using var broker = await RabbitMq.StartOwnAsync();
        await using var host = await TestHost.StartAsync(databases, new()
        {
            Broker = broker.Broker, Settings = { ["Messaging:ConfirmSeconds"] = "2" },
        });
        await host.AnnounceAsync(Plan, 1);
        await host.UntilEffectsAsync(Plan, 1);

        await broker.StopAsync();
        await host.AnnounceAsync(Plan, 2, 3);
        await Wait.UntilAsync(async () => await host.HealthAsync("bus") == HealthStatus.Degraded, "the bus is missed");
        await host.AnnounceAsync(Plan, 4);
        Assert.Equal(3, await host.InSourceAsync(db => db.Outbox.CountAsync(row => row.SentAt == null && row.Attempts == 0)));
        await broker.StartAsync();

        await Wait.UntilAsync(
            async () => (await host.EffectsAsync(Plan)).Length == 4, "the kept events arrive", TimeSpan.FromMinutes(2));
        Assert.Equal(Versions(4), await host.EffectsAsync(Plan));
    }

    [Fact]
    public async Task PoisonRow_IsParked_HoldsItsSubjectOnly_AndIsReplayed()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        await using var host = await TestHost.StartAsync(databases, new()
        {
            Broker = await RabbitMq.CreateVirtualHostAsync("messaging"), Settings = { ["Messaging:MaxAttempts"] = "2" },
        });
        // A routing key has at most 255 bytes.
        var poison = new string('学', 100);
        await host.InSourceAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Enqueue(TestHost.Approved(Plan, 1));
            await db.SaveChangesAsync();
            await db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(r => r.Type, poison));
            await transaction.CommitAsync();
            return 0;
        });

        await host.AnnounceAsync(Plan, 2);
        await host.AnnounceAsync(Other, 1, 2, 3);
        await host.UntilEffectsAsync(Other, 3);
        await Wait.UntilAsync(
            () => host.InSourceAsync(db => db.Outbox.AnyAsync(row => row.ParkedAt != null)), "the row is parked");
        Assert.Equal(2, await host.InSourceAsync(db => db.Outbox.CountAsync(row => row.SentAt == null)));
        Assert.Equal(HealthStatus.Degraded, await host.HealthAsync("outbox-planning"));
        Assert.Equal(HealthStatus.Healthy, await host.HealthAsync("bus"));
        Assert.Empty(await host.EffectsAsync(Plan));

        await host.InSourceAsync(db => db.Outbox.Where(row => row.Type == poison)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Type, "planning.plan-approved.v1")));
        Assert.Equal(1, await host.InSourceAsync(db => Outbox.ReplayParkedAsync(db, CancellationToken.None)));

        await host.UntilEffectsAsync(Plan, 2);
        Assert.Equal(Versions(2), await host.EffectsAsync(Plan));
        await host.UntilAllSentAsync();
        Assert.Equal(HealthStatus.Healthy, await host.HealthAsync("outbox-planning"));
    }

    [Fact]
    public async Task DeclaredTopology_KeepsEvents_ForAConsumerThatNeverRan()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var broker = await RabbitMq.CreateVirtualHostAsync("messaging");
        await using var listener = await TestHost.BuildAsync(databases, new() { Broker = broker, Announces = false });
        Assert.Equal(1, await Topology.DeclareAsync(listener.Services));
        Assert.Equal(1, await Topology.DeclareAsync(listener.Services));

        await using (var announcer = await TestHost.StartAsync(databases, new() { Broker = broker, Listens = false }))
        {
            await announcer.AnnounceAsync(Plan, 1, 2);
            await announcer.UntilAllSentAsync();
        }

        await listener.StartAsync();
        await listener.UntilEffectsAsync(Plan, 2);
        Assert.Equal(Versions(2), await listener.EffectsAsync(Plan));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenUpMessage_WaitsInItsErrorQueue_AndIsReplayed(bool isSentTogether)
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        await using var host = await TestHost.StartAsync(
            databases, new() { Broker = await RabbitMq.CreateVirtualHostAsync("messaging") },
            script => script.OnConsume = (call, _) => call <= 6 ? throw new NotSupportedException() : Task.CompletedTask);

        await (isSentTogether ? host.AnnounceTogetherAsync((Plan, 1), (Plan, 2)) : host.AnnounceAsync(Plan, 1, 2));
        await host.UntilEffectsAsync(Plan, 1);
        Assert.Equal(2, Assert.Single(await host.EffectsAsync(Plan)));

        await Wait.UntilAsync(async () => await ErrorQueues.ReplayAsync(host.Services) == 1, "the message is given up");

        await host.UntilEffectsAsync(Plan, 2);
        var effects = await host.EffectsAsync(Plan);
        Assert.Equal([2, 1], effects);
        Assert.Equal(0, await ErrorQueues.ReplayAsync(host.Services));
    }

    [Fact]
    public async Task SavedTogether_OfManySubjects_ArriveInOrderOfEach()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        await using var host = await TestHost.StartAsync(
            databases, new() { Broker = await RabbitMq.CreateVirtualHostAsync("messaging") });
        using var duplicates = new CounterReader("studysuite.inbox.duplicates", host.Services);
        string[] plans = [.. Enumerable.Range(0, 7).Select(n => $"units/u{n}/plans/2023")];

        await host.AnnounceTogetherAsync(Versions(60).SelectMany(version => plans.Select(plan => (plan, version))));

        foreach (var plan in plans)
        {
            await host.UntilEffectsAsync(plan, 60);
            Assert.Equal(Versions(60), await host.EffectsAsync(plan));
        }

        Assert.Equal(0, duplicates.Total);
    }

    [Fact]
    public async Task StoppedWhileItWaits_TheMessageGoesBackToItsQueue()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var broker = await RabbitMq.CreateVirtualHostAsync("messaging");
        await using (var first = await TestHost.StartAsync(
            databases, new() { Broker = broker }, script => script.OnConsume = (_, _) => throw new TimeoutException()))
        {
            await first.AnnounceAsync(Plan, 1);
            await Wait.UntilAsync(() => Task.FromResult(first.Script.Calls > 2), "the consumer retries");
        }

        await using var second = await TestHost.StartAsync(databases, new() { Broker = broker });

        await second.UntilEffectsAsync(Plan, 1);
        Assert.Equal(0, await ErrorQueues.ReplayAsync(second.Services));
    }

    [Fact]
    public async Task Trace_ReachesFromTheChangeToTheConsumer()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MessagingMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        await using var host = await TestHost.StartAsync(
            databases, new() { Broker = await RabbitMq.CreateVirtualHostAsync("messaging") });

        string trace;
        using (var change = new Activity("change").Start())
        {
            trace = change.TraceId.ToString();
            await host.AnnounceAsync(Plan, 1);
        }

        await host.UntilEffectsAsync(Plan, 1);
        Assert.Equal(trace, await host.InTargetAsync(db => db.Effects.Select(effect => effect.TraceId).SingleAsync()));
    }

    private static long[] Versions(int count) => [.. Enumerable.Range(1, count).Select(n => (long)n)];
}
