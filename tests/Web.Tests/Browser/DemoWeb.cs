using StudySuite.Demo;
using StudySuite.Suite.Tests;

namespace StudySuite.Web.Tests;

/// <summary>Standalone with the year 2023 in it.</summary>
public sealed class DemoWeb : SuiteWeb
{
    public override Uri Address => new($"http://localhost:{Suite.Web.Port}/");

    public override long PeakMemory() => Suite.Sessions.PeakMemory();

    protected override async Task<ISuite> StartAsync()
    {
        var suite = await StandaloneSuite.StartAsync();
        var output = new StringWriter();
        Assert.True(await new Replay(suite.Demo, output).RunAsync(CancellationToken.None), output.ToString());
        return suite;
    }
}

[CollectionDefinition("web")]
public sealed class WebCollection : ICollectionFixture<DemoWeb>;
