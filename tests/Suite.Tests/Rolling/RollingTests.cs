using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Rolling;

/// <summary>Fifty calls a second, reads and writes of all services, while processes come and go.</summary>
[Trait("Needs", "Servers")]
public sealed class RollingTests(PairedCounty county) : IClassFixture<PairedCounty>
{
    private const int PerSecond = 50;

    [Fact]
    public async Task Restart_OfEveryReplicaInTurn_CostsNoCallAndNoEffect()
    {
        using var load = await county.LoadAsync(isPatient: false);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(PerSecond, end.Token);

        foreach (var name in PairedCounty.Names)
        {
            foreach (var replica in new[] { 0, 1 })
            {
                await county.Processes[(name, replica)].StopAsync();
                await county.Processes[(name, replica)].RestartAsync();
                Tell($"{name} {replica}", load.ToString());
            }
        }

        await end.CancelAsync();
        await running;
        Tell("rolling restart", load.ToString());

        Assert.Empty(load.Failures);
        Assert.Empty(await load.DifferencesAsync());
        Assert.True(load.Accepted > 200, $"only {load.Accepted} writes");
    }

    /// <summary>Who is killed and what it had taken in: the caller repeats with the same request id.</summary>
    [Fact]
    public async Task Kill_OfEveryProcessAndOfTheBrokersConnections_LosesAndDoublesNothing()
    {
        using var load = await county.LoadAsync(isPatient: true);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(PerSecond, end.Token);
        var dropped = 0;

        foreach (var name in PairedCounty.Names)
        {
            dropped += await RabbitMq.DropConnectionsAsync(county.VirtualHost);
            county.Processes[(name, 0)].Kill();
            await county.Processes[(name, 0)].RestartAsync();
        }

        await end.CancelAsync();
        await running;
        Tell("kills", $"{load}; {dropped} connections to the broker cut");

        Assert.Empty(load.Failures);
        Assert.Empty(await load.DifferencesAsync());
        Assert.True(load.Accepted > 100, $"only {load.Accepted} writes");
        Assert.True(dropped > 0, "no connection to the broker was cut");
    }

    private static void Tell(string what, string figures) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {figures}");
}
