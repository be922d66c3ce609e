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
        var password = RandomNumberGenerator.GetHexString(32);
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password);
        string[] asOwner = [];
        if (Environment.IsPrivilegedProcess)
        {
            // Both programs refuse to work as root.
            await Command.RunAsync(folder, "chown", "-R", "postgres", folder);
            asOwner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"];
        }

        // Both in one guarded process, so that nothing is left when this one is killed between the two.
        const string initAndRun = """
            "$1/initdb" --pgdata=data --no-sync --no-locale --encoding=UTF8 --username=postgres \
                --auth=scram-sha-256 --pwfile=password && exec "$1/postgres" -D data -h 127.0.0.1 -k '' "${@:2}"
            """;
        var port = FreePort.Next();
        string[] run =
        [
            .. asOwner, "bash", "-c", initAndRun, "postgres", Path.GetDirectoryName(postgres)!,
            "-p", $"{port}", .. PostgresServer.Settings,
        ];
        // QUIT ends it at once but, unlike KILL, gives its shared memory back.
        var server = GuardedProcess.Start(
            new ProcessStartInfo(run[0], run[1..]) { WorkingDirectory = folder },
            Path.Combine(folder, "postgres.log"), lastSignal: "QUIT", folder);

        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Database = "postgres", Username = "postgres", Password = password,
        };
        await server.ReadyAsync(
            () => AnswersAsync(address.ConnectionString), $"PostgreSQL starts on port {port}", ServerSearch.Deadline);
        return new PostgresServer(address.ConnectionString, IsLent: false);
    }

    private static async Task<bool> AnswersAsync(string address)
    {
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
