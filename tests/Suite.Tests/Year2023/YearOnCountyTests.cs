using StudySuite.Demo;

namespace StudySuite.Suite.Tests;

/// <summary>The year on PostgreSQL and RabbitMQ, while one process after the other is killed and started again.</summary>
public sealed class CountyYear : IAsyncLifetime
{
    private static readonly string[] Victims =
        ["sessions", "directory", "planning", "bulletin", "gateway", "supervision", "notifications"];

    public CountySuite Suite { get; private set; } = null!;

    public IReadOnlyList<string> Killed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Suite = await CountySuite.StartAsync();
        var output = new StringWriter();
        var replay = new Replay(Suite.Demo, output).RunAsync(CancellationToken.None);
        Killed = await KillOneAfterTheOtherAsync(replay);
        Assert.True(await replay, output.ToString());
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private async Task<List<string>> KillOneAfterTheOtherAsync(Task replay)
    {
        var killed = new List<string>();
        foreach (var victim in Victims)
        {
            // Spread over the replay; which call it hits is chance, and any must do.
            await Task.WhenAny(replay, Task.Delay(TimeSpan.FromSeconds(3)));
            if (replay.IsCompleted)
            {
                break;
            }

            Suite.Processes[victim].Kill();
            killed.Add(victim);
            await Suite.Processes[victim].RestartAsync();
        }

        return killed;
    }
}

[CollectionDefinition("county")]
public sealed class CountyCollection : ICollectionFixture<CountyYear>;

[Collection("county"), Trait("Needs", "Servers")]
public sealed class NoticesOnCountyTests(CountyYear year) : NoticesTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class DoorOnCountyTests(CountyYear year) : DoorTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class YearOnCountyTests(CountyYear year) : YearTests(year.Suite)
{
    [Fact]
    public void Services_WereKilled_DuringTheReplay() => Assert.Contains("sessions", year.Killed);
}
