using StudySuite.Demo;

namespace StudySuite.Suite.Tests;

/// <summary>The year on standalone; the process is killed when it is done and started again.</summary>
public sealed class StandaloneYear : IAsyncLifetime
{
    public StandaloneSuite Suite { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Suite = await StandaloneSuite.StartAsync();
        var output = new StringWriter();
        Assert.True(await new Replay(Suite.Demo, output).RunAsync(CancellationToken.None), output.ToString());
        // What was answered is on disk: a power cut after the replay takes nothing away.
        Suite.Kill();
        await Suite.RestartAsync();
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();
}

[CollectionDefinition("standalone")]
public sealed class StandaloneCollection : ICollectionFixture<StandaloneYear>;

[Collection("standalone")]
public sealed class YearOnStandaloneTests(StandaloneYear year) : YearTests(year.Suite);

[Collection("standalone")]
public sealed class NoticesOnStandaloneTests(StandaloneYear year) : NoticesTests(year.Suite);

[Collection("standalone")]
public sealed class SessionsOnStandaloneTests(StandaloneYear year) : SessionsTests(year.Suite);

[Collection("standalone")]
public sealed class SessionsKilledOnStandaloneTests(StandaloneYear year) : SessionsKilledTests(year.Suite);

[Collection("standalone")]
public sealed class ActivitiesOnStandaloneTests(StandaloneYear year) : ActivitiesTests(year.Suite);

[Collection("standalone")]
public sealed class DoorOnStandaloneTests(StandaloneYear year) : DoorTests(year.Suite);
