using StudySuite.Demo;
using StudySuite.Suite.Tests;

namespace StudySuite.Web.Tests;

/// <summary>Every service, gateway and web client a process of its own, on PostgreSQL and RabbitMQ; people, and no year yet.</summary>
public sealed class CountyWeb : SuiteWeb
{
    private static readonly (string, string)[] Settings =
    [
        // This machine stands for the network of the load balancer and the web client.
        ("Gateway__TrustedProxies__0", "127.0.0.1/32"),
        // A token is too old to use after five seconds: whoever stays for a minute meets a dozen renewals.
        ("Web__RenewBefore", "00:09:55"),
    ];

    public override Uri Address => Suite.Web;

    public override long PeakMemory() => ((CountySuite)Suite).Processes["web"].PeakMemory();

    /// <summary>Where the web client keeps sign-ins, a file each.</summary>
    public string Tickets => Path.Combine(Suite.Files, "..", "..", "web", "tickets");

    protected override async Task<ISuite> StartAsync()
    {
        var suite = await CountySuite.StartAsync(Settings);
        await new Replay(suite.Demo, TextWriter.Null).PeopleAsync(CancellationToken.None);
        return suite;
    }
}

[CollectionDefinition("web-county")]
public sealed class CountyWebCollection : ICollectionFixture<CountyWeb>;
