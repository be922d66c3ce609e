using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using StudySuite.Testing.Processes;

namespace StudySuite.Testing.Servers;

/// <summary>PostgreSQL from the machine's own programs, in a temporary folder, for as long as this process lives.</summary>
internal static class PostgresProgram
{
    private const string Folders = "/usr/lib/postgresql/*/bin:/usr/pgsql-17/bin:/opt/homebrew/opt/postgresql@17/bin";

    public static async Task<PostgresServer> StartAsync()
    {
        var postgres = MachineBinaries.Find("postgres", Folders)
            ?? throw new NotHereException($"postgres is neither in the PATH nor in {Folders}.");

        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var password = RandomNumberGenerator.GetHexString(32);
        var passwordFile = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwordFile, password);
        string[] asOwner = [];
        if (Environment.IsPrivilegedProcess)
        {
            // Both programs refuse to work as root.
            await Command.RunAsync(folder, "chown", "-R", "postgres", folder);
            asOwner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"];
        }

        string[] init =
        [
            .. asOwner, Path.Combine(Path.GetDirectoryName(postgres)!, "initdb"), "--pgdata", data, "--no-sync", "--no-locale",
            "--encoding=UTF8", "--username=postgres", "--auth=scram-sha-256", "--pwfile", passwordFile,
        ];
        await Command.RunAsync(folder, init[0], init[1..]);

        var port = FreePort.Next();
        string[] run =
        [
            .. asOwner, postgres, "-D", data, "-h", "127.0.0.1", "-p", $"{port}", "-k", "", .. PostgresServer.Settings,
        ];
        // QUIT ends it at once but, unlike KILL, gives its shared memory back.
        var server = GuardedProcess.Start(
            new ProcessStartInfo(run[0], run[1..]) { WorkingDirectory = folder },
            Path.Combine(folder, "postgres.log"), lastSignal: "QUIT", folder);

        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Database = "postgres", Username = "postgres", Password = password,
        };
        await Wait.UntilAsync(() => AnswersAsync(address.ConnectionString, server), $"PostgreSQL starts on port {port}");
        return new PostgresServer(address.ConnectionString, IsLent: false);
    }

    private static async Task<bool> AnswersAsync(string address, GuardedProcess server)
    {
        if (server.HasExited)
            throw new InvalidOperationException($"PostgreSQL ended while starting. {server.LogTail()}");

        try
        {
            await using var connection = new NpgsqlConnection(address);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
