using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Demo.Flows;
using StudySuite.Demo.Load;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Rolling;

/// <summary>Two processes of every service, of the web client and of the gateway, on PostgreSQL and RabbitMQ.</summary>
public sealed class PairedCounty : IAsyncLifetime
{
    /// <summary>Another checkout whose programs run at first; this one's by default.</summary>
    private readonly string root;

    /// <summary>In the order of a rollout: what others call goes first.</summary>
    public static readonly IReadOnlyList<string> Names = [.. CountySettings.Services, "web", "gateway"];

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-paired-").FullName;
    private readonly Dictionary<string, (int Http, int Grpc)[]> places = Names.ToDictionary(
        name => name, _ => new[] { (FreePort.Next(), FreePort.Next()), (FreePort.Next(), FreePort.Next()) });

    private Dictionary<string, string> settings = [];

    public PairedCounty()
        : this(Output.Root)
    {
    }

    internal PairedCounty(string root) => this.root = root;

    /// <summary>A place of a replica, and what runs there.</summary>
    internal Dictionary<(string Name, int Replica), ServiceProcess> Processes { get; } = [];

    internal string VirtualHost => settings["Messaging__VirtualHost"];

    private IReadOnlyList<Uri> Web => [.. places["gateway"].Select(place => new Uri($"http://127.0.0.1:{place.Http}/"))];

    private IReadOnlyList<Uri> Grpc => [.. places["gateway"].Select(place => new Uri($"http://127.0.0.1:{place.Grpc}/"))];

    private DemoSettings Demo => new(
        Web[0], Grpc[0], () => FirstPassword.In(File.ReadAllText(Path.Combine(folder, "first-login.txt"))),
        Path.Combine(folder, "demo-accounts.json"));

    public async ValueTask InitializeAsync()
    {
        settings = await CountySettings.CreateAsync(folder, places);
        settings["Listen__DrainSeconds"] = "1";
        await MigrateAsync(root);
        foreach (var replica in new[] { 0, 1 })
        {
            await Task.WhenAll(Names.Select(name => LaunchAsync(root, name, replica)));
        }

        using var cast = new Cast(Demo);
        await new RosterFlow(cast, Demo).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Signed in and ready to begin.</summary>
    internal async Task<LoadRun> LoadAsync(bool isPatient)
    {
        var load = new LoadRun(Demo, Web, Grpc, isPatient);
        await load.PrepareAsync();
        return load;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes.Values)
        {
            await process.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>By the programs of that checkout.</summary>
    internal Task MigrateAsync(string checkout) => Task.WhenAll(CountySettings.Services.Select(async name =>
    {
        var (exitCode, output) = await Output.RunAsync(DllOf(checkout, name), ["migrate"], settings.At(places[name][0]));
        Assert.True(exitCode == 0, $"{name} migrate: {output}");
    }));

    /// <summary>That checkout's program in the place of what runs there, which has ended before.</summary>
    internal async Task ReplaceAsync(string checkout, string name, int replica)
    {
        await Processes[(name, replica)].StopAsync();
        await Processes[(name, replica)].DisposeAsync();
        await LaunchAsync(checkout, name, replica);
    }

    private async Task LaunchAsync(string checkout, string name, int replica)
    {
        var place = places[name][replica];
        var process = await ServiceProcess.StartAsync(new ServiceStart(
            DllOf(checkout, name), new Uri($"http://127.0.0.1:{place.Http}/health/ready"))
        {
            Environment = settings.At(place),
            Deadline = TimeSpan.FromMinutes(4),
        });
        lock (Processes)
        {
            Processes[(name, replica)] = process;
        }
    }

    private static string DllOf(string checkout, string name)
    {
        var (place, file) = CountySettings.ProgramOf(name);
        return Output.Dll(checkout, place, file);
    }
}
