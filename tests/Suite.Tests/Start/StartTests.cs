using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>What county IT reads when a host cannot start: the setting to look at, no stack trace.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Standalone_PortTaken_NamesTheSetting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var said = await RunAsync(Output.Dll("standalone", "Standalone"), [], ("Listen__HttpPort", port), ("Database__Folder", NewFolder()));

        AssertClear(said, "Listen:HttpPort", port);
    }

    [Fact]
    public async Task Standalone_UnwritableFolder_NamesTheSetting()
    {
        // Below a file nobody can make a folder, not even root.
        var file = Path.GetTempFileName();

        var said = await RunAsync(Output.Dll("standalone", "Standalone"), [], ("Database__Folder", Path.Combine(file, "data")));

        AssertClear(said, "Database:Folder");
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("serve")]
    public async Task Service_DatabaseUnreachable_NamesTheSetting(string verb)
    {
        var port = FreePort.Next();

        var said = await RunAsync(
            Output.Dll("services/planning", "Planning"), [verb],
            ("Database__Provider", "Postgres"), ("Database__Connection", $"Host=127.0.0.1;Port={port};Username=nobody;Timeout=3"));

        AssertClear(said, "Database:Connection", port.ToString(CultureInfo.InvariantCulture));
    }

    [Fact, Trait("Needs", "Servers")]
    public async Task Migrate_BrokerUnreachable_NamesTheSetting()
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);

        var said = await RunAsync(
            Output.Dll("services/planning", "Planning"), ["migrate"],
            ("Database__Provider", "Postgres"), ("Database__Connection", await Postgres.CreateDatabaseAsync("start")),
            ("Messaging__Transport", "RabbitMq"), ("Messaging__Host", "127.0.0.1"), ("Messaging__Port", port));

        AssertClear(said, "Messaging:Host", port);
    }

    [Fact, Trait("Needs", "Servers")]
    public async Task Migrate_ByFourAtOnceOnAServerWithoutTheDatabase_EachSucceeds()
    {
        var given = new NpgsqlConnectionStringBuilder(await Postgres.CreateDatabaseAsync("start"));
        given.Database += "_new";

        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(
            Output.Dll("services/planning", "Planning"), ["migrate"],
            ("Database__Provider", "Postgres"), ("Database__Connection", given.ConnectionString),
            ("Messaging__Transport", "InMemory"))));

        Assert.All(said, one => Assert.True(one.ExitCode == 0, one.Errors));
    }

    private static void AssertClear((int ExitCode, string Errors) said, params string[] words)
    {
        Assert.Equal(1, said.ExitCode);
        Assert.All(words, word => Assert.Contains(word, said.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
    }

    private static string NewFolder() => System.IO.Directory.CreateTempSubdirectory("studysuite-start-").FullName;

    private static async Task<(int ExitCode, string Errors)> RunAsync(
        string dll, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["Listen__HttpPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        start.Environment["Listen__GrpcPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await using var ending = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = await process.StandardError.ReadToEndAsync(limit.Token);
        await output;
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, errors);
    }
}
