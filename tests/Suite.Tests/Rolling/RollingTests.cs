using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Rolling;

/// <summary>
/// Calls at a steady pace, reads and writes of all services, while processes come and go. A drill (<c>./test.sh drills</c>):
/// sixteen processes take minutes to come up on a small machine.
/// </summary>
[Trait("Needs", "Servers"), Trait("Run", "Drill")]
public sealed class RollingTests(PairedCounty county) : IClassFixture<PairedCounty>
{
    [Fact]
    public async Task Restart_OfEveryReplicaInTurn_CostsNoCallAndNoEffect()
    {
        using var load = await county.LoadAsync(isPatient: false);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(perSecond: 50, end.Token);

        foreach (var wave in PairedCounty.Waves)
        {
            await county.RestartAsync(wave, 0);
            await county.RestartAsync(wave, 1);
            Tell($"{string.Join(' ', wave)} restarted", load.ToString());
        }

        await end.CancelAsync();
        await running;

        Assert.True(load.Failures.Count == 0, string.Join('\n', load.Failures.Take(30)));
        Assert.Empty(await load.DifferencesAsync());
        Assert.True(load.Accepted > 200, $"only {load.Accepted} writes");
    }

    /// <summary>Nobody knows what came of what the killed had taken in: callers repeat with the same request id.</summary>
    [Fact]
    public async Task Kill_OfEveryProcessAndOfTheBrokersConnections_LosesAndDoublesNothing()
    {
        using var load = await county.LoadAsync(isPatient: true);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(perSecond: 20, end.Token);
        var dropped = 0;

        foreach (var wave in PairedCounty.Waves)
        {
            dropped += await RabbitMq.DropConnectionsAsync(county.VirtualHost);
            await county.KillAsync(wave, 0);
            dropped += await RabbitMq.DropConnectionsAsync(county.VirtualHost);
            await county.KillAsync(wave, 1);
            Tell($"{string.Join(' ', wave)} killed, {dropped} connections to the broker cut so far", load.ToString());
        }

        await end.CancelAsync();
        await running;

        Assert.True(load.Failures.Count == 0, string.Join('\n', load.Failures.Take(30)));
        Assert.Empty(await load.DifferencesAsync());
        Assert.True(load.Accepted > 200, $"only {load.Accepted} writes");
        Assert.True(dropped > 0, "no connection to the broker was cut");
    }

    private static void Tell(string what, string figures) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {figures}");
}
