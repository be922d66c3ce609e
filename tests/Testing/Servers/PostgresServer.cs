using Npgsql;

namespace StudySuite.Testing.Servers;

/// <summary>The PostgreSQL server of this test process.</summary>
/// <param name="ConnectionString">Of a superuser, to the database postgres.</param>
/// <param name="IsLent">It was there before us and stays: what we made in it is ours to remove.</param>
internal sealed record PostgresServer(string ConnectionString, bool IsLent)
{
    public const string Variable = "STUDYSUITE_TEST_POSTGRES";

    // fsync off: it only matters when the machine loses power, and the data dies with the test anyway; it makes creating
    // a database about ten times faster. Never set in production.
    private static readonly string[] ForTests =
        ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=500"];

    private static readonly string[] Durable = ["-c", "track_commit_timestamp=on", "-c", "max_connections=500"];

    /// <summary>For benchmarks, before the server is started: every commit on disk, as in production.</summary>
    public static bool IsDurable { get; set; }

    /// <summary>Of the server that is started here.</summary>
    public static IReadOnlyList<string> Settings => IsDurable ? Durable : ForTests;

    private static readonly Lazy<Task<PostgresServer>> Found = new(FindAsync);

    public static Task<PostgresServer> SharedAsync() => Found.Value;

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> FindAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? new PostgresServer(given, IsLent: true)
            : await ServerSearch.FirstAsync("PostgreSQL", Variable, PostgresContainer.StartAsync, PostgresProgram.StartAsync);
}
