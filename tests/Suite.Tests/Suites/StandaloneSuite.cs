using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>The suite in one process, on SQLite and the in-memory bus.</summary>
public sealed class StandaloneSuite : ISuite
{
    private static readonly string[] Services = ["planning", "sessions", "supervision", "bulletin", "notifications"];
    private readonly ServiceProcess process;
    private readonly string folder;

    private readonly IReadOnlyDictionary<string, string> settings;

    private StandaloneSuite(
        ServiceProcess process, IReadOnlyDictionary<string, string> settings, string folder, int http, int grpc)
    {
        (this.process, this.settings, this.folder) = (process, settings, folder);
        Web = new Uri($"http://127.0.0.1:{http}/");
        Demo = new DemoSettings(
            Web, new Uri($"http://127.0.0.1:{grpc}/"),
            () => FirstPassword.In(File.ReadAllText(Path.Combine(folder, "first-login.txt"))),
            Path.Combine(folder, "demo-accounts.json"));
    }

    public ServiceProcess Sessions => process;

    public string Files => Path.Combine(folder, "files", "sessions");

    public Uri Web { get; }

    public DemoSettings Demo { get; }

    public static async Task<StandaloneSuite> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-standalone-").FullName;
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        var environment = new Dictionary<string, string>(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
        {
            ["Listen__HttpPort"] = http.ToString(CultureInfo.InvariantCulture),
            ["Listen__GrpcPort"] = grpc.ToString(CultureInfo.InvariantCulture),
            ["Database__Folder"] = folder,
            ["Deadlines__SweepSeconds"] = "1",
            // Receivers of the tests stand on this machine.
            ["Notifications__Outgoing__Hosts__0"] = "127.0.0.1:*",
            ["Notifications__Outgoing__PrivateNetworks__0"] = "127.0.0.0/8",
            ["Notifications__Outgoing__AllowPlain"] = "true",
        };
        var process = await ServiceProcess.StartAsync(new ServiceStart(
            Output.Dll("standalone", "Standalone"), new Uri($"http://127.0.0.1:{http}/health/ready"))
        {
            Environment = environment,
        });
        return new StandaloneSuite(process, environment, folder, http, grpc);
    }

    public void Kill() => process.Kill();

    public Task RestartAsync() => process.RestartAsync();

    public Task<(int ExitCode, string Output)> RebuildAsync() =>
        Output.RunAsync(Output.Dll("standalone", "Standalone"), ["rebuild"], settings);

    public Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments) => Output.RunAsync(
        Output.Dll("standalone", "Standalone"), arguments, new Dictionary<string, string> { ["Database__Folder"] = folder });

    public async Task<long> CountAuditEntriesAsync()
    {
        long count = 0;
        foreach (var service in Services)
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
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service)}.db;Mode=ReadOnly");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
