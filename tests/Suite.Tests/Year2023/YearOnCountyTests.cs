using StudySuite.Demo;

namespace StudySuite.Suite.Tests;

/// <summary>The year on PostgreSQL and RabbitMQ, while in each step the process that it needs most is killed.</summary>
public sealed class CountyYear : IAsyncLifetime
{
    /// <summary>In the order of the replay's steps; the gateway stands in every one.</summary>
    public static readonly IReadOnlyList<string> Victims =
        ["directory", "planning", "sessions", "gateway", "notifications", "supervision", "bulletin"];

    public CountySuite Suite { get; private set; } = null!;

    public IReadOnlyList<string> Killed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Suite = await CountySuite.StartAsync();
        var killer = new Killer(Suite);
        Assert.True(await new Replay(Suite.Demo, killer).RunAsync(CancellationToken.None), killer.ToString());
        Killed = await killer.EndAsync();
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    /// <summary>Takes what the replay prints; each new step costs one process its life.</summary>
    private sealed class Killer(CountySuite suite) : StringWriter
    {
        private readonly List<Task<string>> killings = [];

        public Task<string[]> EndAsync() => Task.WhenAll(killings);

        public override Task WriteAsync(string? value)
        {
            if (value?.EndsWith("… ", StringComparison.Ordinal) == true && killings.Count < Victims.Count)
            {
                killings.Add(KillAsync(Victims[killings.Count]));
            }

            return base.WriteAsync(value);
        }

        private async Task<string> KillAsync(string victim)
        {
            // Into the midst of the step; which call it hits is chance, and any must do.
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            suite.Processes[victim].Kill();
            await suite.Processes[victim].RestartAsync();
            return victim;
        }
    }
}

[CollectionDefinition("county")]
public sealed class CountyCollection : ICollectionFixture<CountyYear>;

[Collection("county"), Trait("Needs", "Servers")]
public sealed class NoticesOnCountyTests(CountyYear year) : NoticesTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class SessionsOnCountyTests(CountyYear year) : SessionsTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class SessionsKilledOnCountyTests(CountyYear year) : SessionsKilledTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class ActivitiesOnCountyTests(CountyYear year) : ActivitiesTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class DoorOnCountyTests(CountyYear year) : DoorTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class YearOnCountyTests(CountyYear year) : YearTests(year.Suite)
{
    [Fact]
    public void Processes_All_WereKilledDuringTheReplay() => Assert.Equal(CountyYear.Victims, year.Killed);
}
