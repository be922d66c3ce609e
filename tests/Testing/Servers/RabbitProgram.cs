using System.Diagnostics;
using System.Security.Cryptography;
using StudySuite.Testing.Processes;

namespace StudySuite.Testing.Servers;

/// <summary>RabbitMQ from the machine's own programs, in a temporary folder of its own.</summary>
internal sealed class RabbitProgram : IRabbitHost
{
    // Debian's wrapper in the PATH insists on the user rabbitmq; the script behind it does not.
    private const string Folders = "/usr/lib/rabbitmq/bin:/opt/homebrew/sbin:/usr/local/sbin";
    private const string EpmdFolders = "/usr/lib/erlang/bin:/usr/lib64/erlang/bin";

    private readonly string script;
    private readonly string folder;
    private readonly int distributionPort = FreePort.Next();
    private readonly int epmdPort = FreePort.Next();
    private readonly GuardedProcess epmd;
    private GuardedProcess? server;

    private RabbitProgram(string script, string epmdProgram)
    {
        this.script = script;
        folder = System.IO.Directory.CreateTempSubdirectory("studysuite-rabbitmq-").FullName;
        Broker = new Broker("127.0.0.1", FreePort.Next(), "/", "studysuite", RandomNumberGenerator.GetHexString(32));
        Management = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        WriteSettings();

        // Erlang's name server. Started by Erlang itself it would become a daemon that outlives everybody; as a child
        // of ours it ends with us, and keeps the folder for as long as the broker may be started again.
        var start = new ProcessStartInfo(epmdProgram, ["-address", "127.0.0.1", "-port", $"{epmdPort}"]);
        epmd = GuardedProcess.Start(start, "/dev/null", "KILL", folder);
    }

    public Broker Broker { get; }

    public Uri Management { get; }

    public static async Task<IRabbitHost> CreateAsync()
    {
        var script = MachineBinaries.Find("rabbitmq-server", Folders)
            ?? throw new NotHereException($"rabbitmq-server is neither in the PATH nor in {Folders}.");
        var epmd = MachineBinaries.Find("epmd", EpmdFolders)
            ?? throw new NotHereException($"epmd is neither in the PATH nor in {EpmdFolders}.");

        var host = new RabbitProgram(script, epmd);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(script) { WorkingDirectory = folder };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        server = GuardedProcess.Start(start, Path.Combine(folder, "rabbitmq.log"));

        using var api = new RabbitManagement(Management, Broker);
        await server.ReadyAsync(api.AnswersAsync, $"RabbitMQ starts on port {Broker.Port}", ServerSearch.Deadline);
    }

    public async Task StopAsync()
    {
        server!.Signal("TERM");
        await server.WaitForExitAsync();
    }

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        epmd.Dispose();
        return ValueTask.CompletedTask;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = folder, // of the Erlang cookie
        ["ERL_EPMD_PORT"] = $"{epmdPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "none"), // the machine's own settings are not for us
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_NODENAME"] = $"studysuite-{Broker.Port}@localhost",
        ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
        // Idle schedulers must not spin: the processors belong to the tests.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private void WriteSettings()
    {
        File.WriteAllText(Path.Combine(folder, "plugins"), "[rabbitmq_management].");
        File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Broker.Port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {Management.Port}
            default_user = {Broker.User}
            default_pass = {Broker.Password}
            disk_free_limit.absolute = 50MB

            """);
    }
}
