using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Demo.Flows;
using StudySuite.Demo.Load;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Rolling;

/// <summary>Two processes of every service, of the web client and of the gateway, on PostgreSQL and RabbitMQ.</summary>
public sealed class PairedCounty : IAsyncLifetime
{
    private static readonly IEnumerable<string> Names = [.. CountySettings.Services, "web", "gateway"];

    /// <summary>Another checkout whose programs run at first; this one's by default.</summary>
    private readonly string root;
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-paired-").FullName;
    private readonly Dictionary<(string Name, int Replica), ServiceProcess> processes = [];
    private readonly Dictionary<string, (int Http, int Grpc)[]> places = Names.ToDictionary(
        name => name, _ => new[] { (FreePort.Next(), FreePort.Next()), (FreePort.Next(), FreePort.Next()) });

    private Dictionary<string, string> settings = [];

    public PairedCounty()
        : this(Output.Root)
    {
    }

    internal PairedCounty(string root) => this.root = root;

    /// <summary>Whose replicas go down together. Others get the keys of tokens from directory when they start.</summary>
    internal static IReadOnlyList<string[]> Waves { get; } =
        [["directory", "web"], ["planning", "sessions", "supervision"], ["bulletin", "notifications", "gateway"]];

    internal string VirtualHost => settings["Messaging__VirtualHost"];

    private IReadOnlyList<Uri> Web => [.. places["gateway"].Select(place => new Uri($"http://127.0.0.1:{place.Http}/"))];

    private IReadOnlyList<Uri> Grpc => [.. places["gateway"].Select(place => new Uri($"http://127.0.0.1:{place.Grpc}/"))];

    private DemoSettings Demo => new(
        Web[0], Grpc[0], () => FirstPassword.In(File.ReadAllText(Path.Combine(folder, "first-login.txt"))),
        Path.Combine(folder, "demo-accounts.json"));

    public async ValueTask InitializeAsync()
    {
        settings = await CountySettings.CreateAsync(folder, places);
        settings["Listen__DrainSeconds"] = "4";
        // Twelve services that look for deadlines every second would have nothing left for calls.
        settings["Deadlines__SweepSeconds"] = "60";
        await MigrateAsync(root);
        foreach (var replica in new[] { 0, 1 })
        {
            await Task.WhenAll(Names.Select(name => LaunchAsync(root, name, replica)));
        }

        using var cast = new Cast(Demo);
        await new RosterFlow(cast, Demo).RunAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
        {
            await process.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>Signed in and ready to begin.</summary>
    internal async Task<LoadRun> LoadAsync(bool isPatient)
    {
        var load = new LoadRun(Demo, Web, Grpc, isPatient);
        await load.PrepareAsync();
        await FetchKeysAsync();
        return load;
    }

    /// <summary>By the programs of that checkout.</summary>
    internal Task MigrateAsync(string checkout) => Task.WhenAll(CountySettings.Services.Select(async name =>
    {
        var (exitCode, output) = await Output.RunAsync(DllOf(checkout, name), ["migrate"], settings.At(places[name][0]));
        Assert.True(exitCode == 0, $"{name} migrate: {output}");
    }));

    /// <summary>Told to stop, and that checkout's programs started in their places.</summary>
    internal Task ReplaceAsync(string checkout, IEnumerable<string> names, int replica) => Task.WhenAll(names.Select(async name =>
    {
        var old = processes[(name, replica)];
        await old.StopAsync();
        await old.DisposeAsync();
        await LaunchAsync(checkout, name, replica);
    }));

    /// <summary>Told to stop, and started again once they have ended.</summary>
    internal Task RestartAsync(IEnumerable<string> names, int replica) => Task.WhenAll(names.Select(async name =>
    {
        await processes[(name, replica)].StopAsync();
        await processes[(name, replica)].RestartAsync();
    }));

    /// <summary>Killed without a word, and started again.</summary>
    internal Task KillAsync(IEnumerable<string> names, int replica) => Task.WhenAll(names.Select(name =>
    {
        processes[(name, replica)].Kill();
        return processes[(name, replica)].RestartAsync();
    }));

    /// <summary>
    /// A process of an earlier build fetches the keys of tokens with the first token that it sees, here from the first
    /// replica of directory, which stands for the name of both.
    /// </summary>
    private async Task FetchKeysAsync()
    {
        using var cast = new Cast(Demo);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await cast["admin"].TokenAsync());
        await Task.WhenAll(places.SelectMany(place => place.Value.Select(replica =>
            http.GetAsync(new Uri($"http://127.0.0.1:{replica.Http}/{place.Key}/v1/any")))));
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
        lock (processes)
        {
            processes[(name, replica)] = process;
        }
    }

    private static string DllOf(string checkout, string name)
    {
        var (place, file) = CountySettings.ProgramOf(name);
        return Output.Dll(checkout, place, file);
    }
}
