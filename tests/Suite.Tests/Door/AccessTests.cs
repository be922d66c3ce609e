using System.Diagnostics;
using Grpc.Net.Client;
using StudySuite.Bulletin;
using StudySuite.Defaults.Access;
using StudySuite.Demo.Access;
using StudySuite.Directory;
using StudySuite.Notifications;
using StudySuite.Planning;
using StudySuite.Sessions;
using StudySuite.Supervision;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>Every RPC of the suite through the gateway, as every role that directory gives, and without a token.</summary>
public abstract class AccessTests(ISuite suite)
{
    private static readonly Dictionary<string, AccessTable> Tables = new()
    {
        ["Directory"] = DirectoryAccess.Table,
        ["Planning"] = PlanningAccess.Table,
        ["Sessions"] = SessionsAccess.Table,
        ["Supervision"] = SupervisionAccess.Table,
        ["Bulletin"] = BulletinAccess.Table,
        ["Notifications"] = NotificationsAccess.Table,
    };

    [Fact]
    public async Task Rpcs_ThroughTheGatewayAsEveryRole_KeepToTheTables()
    {
        using var cast = new Cast(suite.Demo);
        using var gateway = GrpcChannel.ForAddress(suite.Demo.Grpc, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        });
        var walkers = new Walkers(cast, gateway);
        await walkers.SetOutAsync(TestContext.Current.CancellationToken);
        var offences = new List<string>();
        foreach (var (word, table) in Tables)
        {
            var walk = new AccessWalk(word, table, walkers.As) { Held = Walkers.HeldBy, Roles = Walkers.Roles, AtOnce = 16 };
            await Wait.UntilAsync(walk.KnowsUnitsAsync, $"{word} to know the units of the walk");
            var watch = Stopwatch.StartNew();
            offences.AddRange(await walk.OffencesAsync());
            TestContext.Current.TestOutputHelper!.WriteLine($"{word}: {table.Rules.Count} RPCs in {watch.Elapsed.TotalSeconds:f1} s");
        }

        Assert.True(offences.Count == 0, string.Join('\n', offences));
    }
}

[Collection("standalone")]
public sealed class AccessOnStandaloneTests(StandaloneYear year) : AccessTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class AccessOnCountyTests(CountyYear year) : AccessTests(year.Suite);
