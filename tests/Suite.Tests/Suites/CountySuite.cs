using System.Data.Common;
using Npgsql;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>Every service and the gateway a process of its own, on PostgreSQL and RabbitMQ.</summary>
public sealed class CountySuite : ISuite
{
    private readonly Dictionary<string, ServiceProcess> processes = [];
    private readonly Dictionary<string, (int Http, int Grpc)> ports = CountySettings.Services.Append("gateway").Append("web")
        .ToDictionary(name => name, _ => (FreePort.Next(), FreePort.Next()));

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-county-").FullName;
    private Dictionary<string, string> shared = [];
    private string server = "";

    public IReadOnlyDictionary<string, ServiceProcess> Processes => processes;

    public ServiceProcess Sessions => processes["sessions"];

    public string Files => Path.Combine(folder, "files", "sessions");

    public Uri Web => new($"http://127.0.0.1:{ports["gateway"].Http}/");

    public DemoSettings Demo => new(
        Web, new Uri($"http://127.0.0.1:{ports["gateway"].Grpc}/"),
        () => FirstPassword.In(File.ReadAllText(Path.Combine(folder, "first-login.txt"))),
        Path.Combine(folder, "demo-accounts.json"));

    public static async Task<CountySuite> StartAsync(params (string Key, string Value)[] settings)
    {
        var suite = new CountySuite();
        await suite.ConfigureAsync();
        foreach (var (key, value) in settings)
        {
            suite.shared[key] = value;
        }

        foreach (var name in CountySettings.Services)
        {
            await suite.MigrateAsync(name);
        }

        await Task.WhenAll(CountySettings.Services.Select(suite.LaunchAsync));
        await Task.WhenAll(suite.LaunchAsync("gateway"), suite.LaunchAsync("web"));
        return suite;
    }

    public Task<(int ExitCode, string Output)> RebuildAsync() =>
        Output.RunAsync(DllOf("bulletin"), ["rebuild"], SettingsOf("bulletin"));

    public Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments) =>
        Output.RunAsync(DllOf("sessions"), arguments, SettingsOf("sessions"));

    public async Task<long> CountAuditEntriesAsync()
    {
        long count = 0;
        foreach (var service in CountySettings.Services.Where(service => service != "directory"))
        {
            await using var connection = await OpenDatabaseAsync(service);
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(*) from audit_entry";
            count += (long)(await command.ExecuteScalarAsync())!;
        }

        return count;
    }

    public async Task<DbConnection> OpenDatabaseAsync(string service)
    {
        var connection = new NpgsqlConnection($"{server};Database={shared["Database__NamePrefix"]}{service}");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
        {
            await process.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task ConfigureAsync()
    {
        shared = await CountySettings.CreateAsync(folder, ports.ToDictionary(place => place.Key, place => new[] { place.Value }));
        server = shared["Database__Connection"];
    }

    private async Task MigrateAsync(string name)
    {
        var (exitCode, output) = await Output.RunAsync(DllOf(name), ["migrate"], SettingsOf(name));
        Assert.True(exitCode == 0, $"{name} migrate: {output}");
    }

    private async Task LaunchAsync(string name)
    {
        var process = await ServiceProcess.StartAsync(new ServiceStart(
            DllOf(name), new Uri($"http://127.0.0.1:{ports[name].Http}/health/ready"))
        {
            Environment = SettingsOf(name),
            Deadline = TimeSpan.FromSeconds(120),
        });
        lock (processes)
        {
            processes[name] = process;
        }
    }

    private Dictionary<string, string> SettingsOf(string name) => shared.At(ports[name]);

    private static string DllOf(string name)
    {
        var (place, file) = CountySettings.ProgramOf(name);
        return Output.Dll(place, file);
    }
}
