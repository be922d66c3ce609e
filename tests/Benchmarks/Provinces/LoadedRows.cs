using Npgsql;
using StudySuite.Benchmarks.Suites;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Provinces;

/// <summary>Whether the loader writes what the services write: a roll that was marked by a call against one that was loaded.</summary>
internal static class LoadedRows
{
    private const string Marks =
        """
        select string_agg(format('%s %s %s %s', person, status, remark, marked_by), ', ' order by person) from attendance
        where 'units/' || unit || '/sessions/' || session = $1
        """;

    private const string Roll =
        """
        select format('%s %s %s', version, is_closed, reopen_reason) from attendance_roll
        where 'units/' || unit || '/sessions/' || session = $1
        """;

    private const string Facts =
        """
        select string_agg(format('%s %s %s %s', stream, indicator, unit, value), ', ' order by indicator) from fact
        where source = $1 and stream = 'attendance'
        """;

    /// <param name="called">Session whose roll was marked by a call.</param>
    /// <exception cref="InvalidOperationException">The rows differ.</exception>
    public static async Task CheckAsync(RunningSuite suite, string called)
    {
        var loaded = called[..called.LastIndexOf('-')] + "-0";
        await Wait.UntilAsync(
            async () => await ReadAsync(suite, "bulletin", Facts, called) is not null, "the event of the marked roll to have been counted");
        foreach (var (service, sql) in new[] { ("sessions", Marks), ("sessions", Roll), ("bulletin", Facts) })
        {
            var (ofCall, ofLoader) = (await ReadAsync(suite, service, sql, called), await ReadAsync(suite, service, sql, loaded));
            if (ofCall is null || ofCall != ofLoader)
            {
                throw new InvalidOperationException($"A call writes {ofCall}, the loader {ofLoader}.");
            }
        }
    }

    private static async Task<string?> ReadAsync(RunningSuite suite, string service, string sql, string session)
    {
        await using var connection = new NpgsqlConnection(suite.Database(service));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = session } } };
        return await command.ExecuteScalarAsync() as string;
    }
}
