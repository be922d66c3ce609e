using System.Data.Common;
using System.Globalization;
using Npgsql;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>Every service and the gateway a process of its own, on PostgreSQL and RabbitMQ.</summary>
public sealed class CountySuite : ISuite
{
    private static readonly string[] Services = ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];
    private readonly Dictionary<string, ServiceProcess> processes = [];
    private readonly Dictionary<string, (int Http, int Grpc)> ports = Services.Append("gateway").Append("web")
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

        foreach (var name in Services)
        {
            await suite.MigrateAsync(name);
        }

        await Task.WhenAll(Services.Select(suite.LaunchAsync));
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
        foreach (var service in Services.Where(service => service != "directory"))
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
        // A database of that purpose gives server and credentials; the services make their own beside it.
        var given = new NpgsqlConnectionStringBuilder(await Postgres.CreateDatabaseAsync("county"));
        var prefix = $"{given.Database}_";
        given.Remove("Database");
        server = given.ConnectionString;
        var broker = await RabbitMq.CreateVirtualHostAsync("county");
        shared = new Dictionary<string, string>
        {
            ["Database__Provider"] = "Postgres",
            ["Database__Connection"] = server,
            ["Database__NamePrefix"] = prefix,
            ["Messaging__Transport"] = "RabbitMq",
            ["Messaging__Host"] = broker.Host,
            ["Messaging__Port"] = broker.Port.ToString(CultureInfo.InvariantCulture),
            ["Messaging__VirtualHost"] = broker.VirtualHost,
            ["Messaging__User"] = broker.User,
            ["Messaging__Password"] = broker.Password,
            ["Auth__Issuer"] = Web.ToString(),
            ["Auth__JwksUri"] = $"http://127.0.0.1:{ports["directory"].Http}/.well-known/jwks",
            ["Identity__FirstLoginFile"] = Path.Combine(folder, "first-login.txt"),
            ["Files__Folder"] = Path.Combine(folder, "files"),
            ["Deadlines__SweepSeconds"] = "1",
            // Receivers of the tests stand on this machine.
            ["Notifications__Outgoing__Hosts__0"] = "127.0.0.1:*",
            ["Notifications__Outgoing__PrivateNetworks__0"] = "127.0.0.0/8",
            ["Notifications__Outgoing__AllowPlain"] = "true",
        };
        shared["Web__Folder"] = Path.Combine(folder, "web");
        shared["Web__Gateway"] = Web.ToString();
        shared["Web__GatewayGrpc"] = $"http://127.0.0.1:{ports["gateway"].Grpc}/";
        shared["ReverseProxy__Clusters__web__Destinations__1__Address"] = $"http://127.0.0.1:{ports["web"].Http}";
        var secret = Path.Combine(folder, "bulletin-secret");
        await File.WriteAllTextAsync(secret, Guid.CreateVersion7().ToString());
        shared["Identity__BulletinSecretFile"] = shared["Bulletin__Sources__SecretFile"] = secret;
        shared["Bulletin__Sources__TokenUri"] = $"http://127.0.0.1:{ports["directory"].Http}/connect/token";
        foreach (var source in new[] { "planning", "sessions", "supervision" })
        {
            shared[$"Bulletin__Sources__{source}"] = $"http://127.0.0.1:{ports[source].Grpc}";
        }

        foreach (var name in Services)
        {
            shared[$"ReverseProxy__Clusters__{name}__Destinations__1__Address"] = $"http://127.0.0.1:{ports[name].Grpc}";
        }
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

    private Dictionary<string, string> SettingsOf(string name) => new(shared)
    {
        ["Listen__HttpPort"] = ports[name].Http.ToString(CultureInfo.InvariantCulture),
        ["Listen__GrpcPort"] = ports[name].Grpc.ToString(CultureInfo.InvariantCulture),
    };

    private static string DllOf(string name) => Output.Dll(
        name is "gateway" or "web" ? name : $"services/{name}", $"{char.ToUpperInvariant(name[0])}{name[1..]}");
}
