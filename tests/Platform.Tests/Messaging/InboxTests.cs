using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Messaging;

public sealed class InboxTests
{
    private const string Plan = "units/xinxiang/plans/2023";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task TwentyCopiesAtOnce_TakeEffectOnce(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        await using var host = await TestHost.BuildAsync(databases, new());
        var copy = Copy(1);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HandleAsync(host, copy)));

        Assert.Equal(1, Assert.Single(await host.EffectsAsync(Plan)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task DatabaseAway_WaitsAsLongAsItTakes(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        var clock = new FakeTimeProvider();
        await using var host = await TestHost.BuildAsync(databases, new() { Clock = clock });
        host.Script.OnConsume = (call, _) => call <= 50 ? throw new SocketException(111) : Task.CompletedTask;

        var handling = HandleAsync(host, Copy(1));
        await Wait.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(handling.IsCompleted);
        }, "the delivery takes effect");

        await handling;
        Assert.Equal(51, host.Script.Calls);
        Assert.Equal(1, Assert.Single(await host.EffectsAsync(Plan)));
    }

    [Fact]
    public async Task LostRace_IsTriedAgainInAFreshScope()
    {
        using var databases = await Databases.CreateAsync(Provider.Sqlite);
        await using var host = await TestHost.BuildAsync(databases, new());
        host.Script.OnConsume = (call, _) => call <= 2 ? throw new DbUpdateConcurrencyException() : Task.CompletedTask;

        await HandleAsync(host, Copy(1));

        Assert.Equal(1, Assert.Single(await host.EffectsAsync(Plan)));
    }

    [Fact]
    public async Task FaultOfTheMessage_IsGivenUp_AndLeavesNothing()
    {
        using var databases = await Databases.CreateAsync(Provider.Sqlite);
        await using var host = await TestHost.BuildAsync(databases, new());
        host.Script.OnConsume = (_, _) => throw new NotSupportedException();

        await Assert.ThrowsAsync<NotSupportedException>(() => HandleAsync(host, Copy(1)));

        Assert.Equal(6, host.Script.Calls);
        Assert.Empty(await host.EffectsAsync(Plan));
        Assert.Equal(0, await host.InTargetAsync(db => db.Set<InboxMessage>().CountAsync()));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Together_TakeEffectInOneGo_EachOnceAndInOrder(Provider provider)
    {
        using var databases = await Databases.CreateAsync(provider);
        await using var host = await TestHost.BuildAsync(databases, new());
        Delivery[] copies = [.. Enumerable.Range(1, 5).Select(version => Copy(version))];
        await HandleAsync(host, copies[1]);

        Assert.True(await TryTogetherAsync(host, copies[0], copies[1], copies[2], copies[2]));
        Assert.True(await TryTogetherAsync(host, copies[2], copies[3], copies[4]));

        Assert.Equal(3, host.Script.Calls);
        var effects = await host.EffectsAsync(Plan);
        Assert.Equal([2, 1, 3, 4, 5], effects);
        Assert.Equal(5, await host.InTargetAsync(db => db.Set<InboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task Together_OneAtFault_LeavesNothing_SoThatEachCanBeTriedAlone()
    {
        using var databases = await Databases.CreateAsync(Provider.Sqlite);
        await using var host = await TestHost.BuildAsync(databases, new());
        host.Script.OnConsume = (_, _) => throw new NotSupportedException();

        Assert.False(await TryTogetherAsync(host, Copy(1), Copy(2)));

        Assert.Empty(await host.EffectsAsync(Plan));
        Assert.Equal(0, await host.InTargetAsync(db => db.Set<InboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task Together_ConsumerOfOneAtATime_IsNotAsked()
    {
        using var databases = await Databases.CreateAsync(Provider.Sqlite);
        await using var host = await TestHost.BuildAsync(databases, new());

        Assert.False(await host.Services.GetRequiredService<Inbox<TargetDb>>().TryTogetherAsync<PlanApprovedConsumer, PlanApproved>(
            TestHost.Queue, [Copy(1), Copy(2)], CancellationToken.None));

        Assert.Equal(0, host.Script.Calls);
    }

    private static Task<bool> TryTogetherAsync(TestHost host, params Delivery[] deliveries) =>
        host.Services.GetRequiredService<Inbox<TargetDb>>()
            .TryTogetherAsync<ManyPlansConsumer, PlanApproved>(TestHost.Queue, deliveries, CancellationToken.None);

    private static Task HandleAsync(TestHost host, Delivery delivery) => host.Services.GetRequiredService<Inbox<TargetDb>>()
        .HandleAsync<PlanApprovedConsumer, PlanApproved>(TestHost.Queue, delivery, CancellationToken.None);

    private static Delivery Copy(long version) => new(
        Guid.CreateVersion7(), "planning.plan-approved.v1", Plan,
        JsonSerializer.Serialize(TestHost.Approved(Plan, version), Outbox.Json), null);
}
