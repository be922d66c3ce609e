using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>What holds on any database and any bus.</summary>
public sealed class OutboxTests
{
    private const string Plan = "units/xinxiang/plans/2023";

    [Theory]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.PostgreSql, false)]
    [InlineData(Provider.PostgreSql, true)]
    public async Task SavedEvents_TakeEffectOnceAndInOrder(Provider provider, bool overRabbitMq)
    {
        using var databases = await Databases.CreateAsync(provider);
        var broker = overRabbitMq ? await RabbitMq.CreateVirtualHostAsync("messaging") : null;
        await using var host = await TestHost.StartAsync(databases, new() { Broker = broker });

        await host.AnnounceAsync(Plan, Versions(1, 40));

        await host.UntilEffectsAsync(Plan, 40);
        await host.UntilAllSentAsync();
        Assert.Equal(Versions(1, 40), await host.EffectsAsync(Plan));
        Assert.Equal(HealthStatus.Healthy, await host.HealthAsync("outbox-planning"));
        Assert.Equal(HealthStatus.Healthy, await host.HealthAsync("bus"));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Commit_WakesTheDispatcher_WithoutPoll(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        // The time of this clock stands still, so nothing is ever polled.
        await using var host = await TestHost.StartAsync(databases, new() { Clock = new FakeTimeProvider() });

        await host.AnnounceAsync(Plan, 1);
        await host.UntilEffectsAsync(Plan, 1);

        var signal = host.Services.GetRequiredService<OutboxSignal<SourceDb>>();
        await host.InSourceAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Enqueue(TestHost.Approved(Plan, 2));
            await db.SaveChangesAsync();
            Assert.Single(await host.EffectsAsync(Plan));
            await transaction.CommitAsync();
            return 0;
        });
        await host.UntilEffectsAsync(Plan, 2);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task SentAllThatWasDue_LooksOnceForEachBatch(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        var looks = new OutboxLooks();
        await using var host = await TestHost.StartAsync(
            databases, new() { Clock = new FakeTimeProvider(), SourceInterceptors = [looks] });

        foreach (var version in Versions(1, 4))
        {
            await host.AnnounceAsync(Plan, version);
            await host.UntilEffectsAsync(Plan, (int)version);
        }

        // A look that finds nothing would come before the next batch; so would one that takes a lone latecomer along.
        Assert.Equal(4, looks.Count);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task StuckEvent_HoldsUpWhatComesAfterItInItsPartitionAlone(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2023-06-30T08:00:00Z"));
        await using var host = await TestHost.BuildAsync(databases, new() { Clock = clock, Listens = false });
        var now = clock.GetUtcNow().UtcDateTime;
        OutboxMessage[] rows =
        [
            Row(now, partition: "a"), Row(now, partition: "a", parkedAt: now), Row(now, partition: "a"),
            Row(now, partition: "b"), Row(now.AddSeconds(1), partition: "b"), Row(now, partition: "b"),
            Row(now, partition: "c"), Row(now, partition: "c", sentAt: now, parkedAt: now), Row(now, partition: "c"),
        ];
        foreach (var row in rows)
        {
            await host.InSourceAsync(db => db.Add(row).Context.SaveChangesAsync());
        }

        var due = await host.InSourceAsync(async db =>
        {
            await using var claim = await OutboxClaim<SourceDb>.TryTakeAsync(db, now, CancellationToken.None);
            return claim!.Rows.ConvertAll(row => row.Sequence);
        });

        Assert.Equal(new[] { 0, 3, 6, 8 }.Select(at => rows[at].Sequence), due);
    }

    [Fact]
    public async Task ManyDue_AreReadInOnePass()
    {
        using var databases = await Databases.CreateAsync(Provider.PostgreSql);
        var looks = new OutboxLooks();
        await using var host = await TestHost.BuildAsync(databases, new() { Listens = false, SourceInterceptors = [looks] });
        var now = DateTime.Parse("2023-06-30T08:00:00Z", null, DateTimeStyles.AdjustToUniversal);
        await host.InSourceAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 50).Select(_ => Row(now)));
            await db.SaveChangesAsync();
            await using var claim = await OutboxClaim<SourceDb>.TryTakeAsync(db, now, CancellationToken.None);
            return Assert.IsType<OutboxClaim<SourceDb>>(claim).Rows.Count;
        });

        var plan = await ExplainAsync(databases.Source, looks.Sql!, now, 50);

        var passes = plan.Where(line => line.Contains("on outbox_message", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, passes.Count);
        Assert.Contains(passes, pass => pass.Contains("rows=50 loops=1", StringComparison.Ordinal));
        Assert.All(passes, pass => Assert.Contains("loops=1)", pass));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Rollback_AnnouncesNothing(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        await using var host = await TestHost.StartAsync(databases, new());

        await host.InSourceAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Enqueue(TestHost.Approved(Plan, 1));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await host.AnnounceAsync(Plan, 2);

        // The second event comes after the first on every path, so its effect alone proves that the first is gone.
        await host.UntilEffectsAsync(Plan, 1);
        Assert.Equal(Versions(2, 1), await host.EffectsAsync(Plan));
        Assert.Equal(1, await host.InSourceAsync(db => db.Outbox.CountAsync()));
    }

    // Explicit: the host of the first half does not always stop while a consumer waits; see the open issue of the foundations.
    [Theory(Explicit = true)]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task InMemoryBus_SendsAgainAfterRestart_WhatItHadNotDelivered(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        await using (var first = await TestHost.StartAsync(databases, new()))
        {
            await first.AnnounceAsync(Plan, 1);
            await first.UntilEffectsAsync(Plan, 1);
            first.Script.OnConsume = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
            await first.AnnounceAsync(Plan, 2, 3);
            await first.UntilAllSentAsync();
        }

        await using var second = await TestHost.StartAsync(databases, new());

        await second.UntilEffectsAsync(Plan, 3);
        await second.UntilAllSentAsync();
        Assert.Equal(Versions(1, 3), await second.EffectsAsync(Plan));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task CleanUp_TakesOldSentRowsAndOldReceipts_ButNothingUnsent(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2023-06-30T08:00:00Z"));
        await using var host = await TestHost.BuildAsync(databases, new() { Clock = clock });
        var upkeep = host.Services.GetRequiredService<OutboxUpkeep<SourceDb>>();
        var old = clock.GetUtcNow().UtcDateTime.AddDays(-15);
        await host.InSourceAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, OutboxUpkeep<SourceDb>.BatchSize + 1).Select(_ => Row(old, sentAt: old)));
            db.AddRange(Row(old), Row(old, sentAt: clock.GetUtcNow().UtcDateTime));
            db.AddRange(Receipt(old), Receipt(clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync();
        });

        var removed = await host.InSourceAsync(db => upkeep.CleanAsync(db, CancellationToken.None));

        Assert.Equal(OutboxUpkeep<SourceDb>.BatchSize + 2, removed);
        Assert.Equal(2, await host.InSourceAsync(db => db.Outbox.CountAsync()));
        Assert.Equal(1, await host.InSourceAsync(db => db.Set<InboxMessage>().CountAsync()));
    }

    private static async Task<List<string>> ExplainAsync(string connectionString, string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"explain (analyze, timing off) {sql}", connection);
        command.Parameters.AddRange(parameters.Select((value, at) => new NpgsqlParameter($"p{at}", value)).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static OutboxMessage Row(
        DateTime at, DateTime? sentAt = null, DateTime? parkedAt = null, string partition = Plan) => new()
    {
        MessageId = Guid.CreateVersion7(), PartitionKey = partition, Type = "planning.plan-approved.v1", Body = "{}",
        CreatedAt = at, DueAt = at, SentAt = sentAt, ParkedAt = parkedAt,
    };

    private static InboxMessage Receipt(DateTime at) =>
        new() { MessageId = Guid.CreateVersion7(), Consumer = TestHost.Queue, ReceivedAt = at };

    private static long[] Versions(int from, int count) => [.. Enumerable.Range(from, count).Select(n => (long)n)];
}
