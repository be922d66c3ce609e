using System.Globalization;
using Npgsql;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Suites;

/// <summary>
/// Every service and the gateway a process of its own with the settings of docker-compose.yml, on databases of this run.
/// Only the key of the tokens is the benchmark's.
/// </summary>
internal sealed class RunningSuite : IAsyncDisposable
{
    public static readonly string[] Services = ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];

    private readonly Dictionary<string, ServiceProcess> processes = [];
    private readonly Dictionary<string, (int Http, int Grpc)> ports = Services.Append("gateway")
        .ToDictionary(name => name, _ => (FreePort.Next(), FreePort.Next()));

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-bench-").FullName;
    private readonly TokenKeys keys = new();
    private Dictionary<string, string> shared = [];
    private string server = "";

    public Broker Broker { get; private set; } = new("", 0, "", "", "");

    public IReadOnlyDictionary<string, ServiceProcess> Processes => processes;

    /// <summary>All, with the gateway.</summary>
    public static Task<RunningSuite> StartAsync() => StartAsync([.. Services, "gateway"]);

    public static async Task<RunningSuite> StartAsync(IReadOnlyList<string> programs)
    {
        var suite = new RunningSuite();
        await suite.ConfigureAsync();
        await Task.WhenAll(programs.Where(name => name != "gateway").Select(name =>
            Programs.RunAsync("dotnet", [Programs.Dll(name), "migrate"], suite.SettingsOf(name))));
        var started = await Task.WhenAll(programs.Select(suite.LaunchAsync));
        foreach (var (name, process) in started)
        {
            suite.processes[name] = process;
        }

        return suite;
    }

    /// <summary>HTTP/1.1, for REST.</summary>
    public Uri Http(string name) => new($"http://127.0.0.1:{ports[name].Http}/");

    /// <summary>HTTP/2 without TLS, for gRPC.</summary>
    public Uri Grpc(string name) => new($"http://127.0.0.1:{ports[name].Grpc}/");

    public ServiceStart StartOf(string name) => new(Programs.Dll(name), new Uri(Http(name), "/health/ready"))
    {
        Environment = SettingsOf(name), Deadline = TimeSpan.FromMinutes(6),
    };

    /// <summary>Another process of the service, which was stopped, at the same addresses.</summary>
    public void Replace(string name, ServiceProcess process) => processes[name] = process;

    public string Database(string service) =>
        new NpgsqlConnectionStringBuilder(server) { Database = shared["Database__NamePrefix"] + service, CommandTimeout = 300 }.ConnectionString;

    public async Task ExecuteAsync(string service, string sql)
    {
        await using var connection = new NpgsqlConnection(Database(service));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string service, string sql)
    {
        await using var connection = new NpgsqlConnection(Database(service));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
        {
            await process.DisposeAsync();
        }

        keys.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task<(string Name, ServiceProcess Process)> LaunchAsync(string name) =>
        (name, await ServiceProcess.StartAsync(StartOf(name)));

    private async Task ConfigureAsync()
    {
        // A database of that purpose gives server and credentials; the services make their own beside it.
        var given = new NpgsqlConnectionStringBuilder(await Postgres.CreateDatabaseAsync("bench"));
        server = new NpgsqlConnectionStringBuilder
        {
            Host = given.Host, Port = given.Port, Username = given.Username, Password = given.Password,
        }.ConnectionString;
        Broker = await RabbitMq.CreateVirtualHostAsync("bench");
        shared = new Dictionary<string, string>
        {
            ["Database__Provider"] = "Postgres",
            ["Database__Connection"] = server,
            ["Database__NamePrefix"] = $"{given.Database}_",
            ["Messaging__Transport"] = "RabbitMq",
            ["Messaging__Host"] = Broker.Host,
            ["Messaging__Port"] = Broker.Port.ToString(CultureInfo.InvariantCulture),
            ["Messaging__VirtualHost"] = Broker.VirtualHost,
            ["Messaging__User"] = Broker.User,
            ["Messaging__Password"] = Broker.Password,
            ["Auth__Issuer"] = TestTokens.Issuer,
            ["Auth__JwksUri"] = keys.Address.ToString(),
            ["Deadlines__SweepSeconds"] = "60",
            ["Files__Folder"] = Path.Combine(folder, "files"),
            ["Identity__FirstLoginFile"] = Path.Combine(folder, "first-login.txt"),
        };
        foreach (var name in Services)
        {
            shared[$"ReverseProxy__Clusters__{name}__Destinations__1__Address"] = Grpc(name).ToString();
        }
    }

    private Dictionary<string, string> SettingsOf(string name) => new(shared)
    {
        ["Listen__HttpPort"] = ports[name].Http.ToString(CultureInfo.InvariantCulture),
        ["Listen__GrpcPort"] = ports[name].Grpc.ToString(CultureInfo.InvariantCulture),
    };
}
