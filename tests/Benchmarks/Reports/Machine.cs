using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace StudySuite.Benchmarks.Reports;

/// <summary>What a reader must know of the machine to read the figures.</summary>
internal static class Machine
{
    /// <param name="postgres">Connection string.</param>
    public static async Task<string> DescribeAsync(string postgres)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' "
            + "|| current_setting('synchronous_commit') || ', full_page_writes ' || current_setting('full_page_writes')",
            connection);
        var settings = (string)(await command.ExecuteScalarAsync())!;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; {Environment.ProcessorCount} processors ({Processor()}), {memory} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; PostgreSQL {settings}; load before the run {load}. Medians of interleaved rounds.");
    }

    private static string Processor() =>
        !File.Exists("/proc/cpuinfo") ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(": ")[1] ?? RuntimeInformation.ProcessArchitecture.ToString();
}
