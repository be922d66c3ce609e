using System.Globalization;
using Npgsql;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Rolls;
using StudySuite.Benchmarks.Suites;

namespace StudySuite.Benchmarks.Deliveries;

/// <summary>
/// From the commit of a marked roll in sessions to the commit of its figures in bulletin, both as PostgreSQL remembers
/// them (track_commit_timestamp), against a bare message at the same rate.
/// </summary>
internal static class EventDelay
{
    private const int PerSecond = 200, Clients = 32;
    private const double Allowed = 200;
    private static readonly TimeSpan Slot = Pace.Of(4), WarmUp = Pace.Of(4);

    public static async Task RunAsync(Stage stage, Report report)
    {
        var suite = await stage.SuiteAsync();
        if (await suite.CountAsync("sessions", "select case current_setting('track_commit_timestamp') when 'on' then 1 else 0 end") == 0)
        {
            report.Note("not measured: this PostgreSQL does not track_commit_timestamp");
            return;
        }

        var rolls = await stage.RollsAsync();
        await rolls.WarmUpAsync(WarmUp);
        await using var bare = await BareQueue.OpenAsync(suite.Broker);
        await bare.RunAsync(PerSecond, Slot / 2);
        var callers = await rolls.CallersAsync(false, "sessions", Clients);
        var (ours, theirs) = (new List<List<double>>(), new List<List<double>>());
        for (var round = 0; round < Pace.Rounds; round++)
        {
            ours.Add((await DelaysAsync(suite, rolls, callers, PerSecond)).Delays);
            theirs.Add(await bare.RunAsync(PerSecond, Slot));
        }

        foreach (var (name, part, budget) in new[] { ("p50", 0.5, ""), ("p99", 0.99, "≤ 200 ms"), ("p99.9", 0.999, "") })
        {
            report.Add(new Row(
                $"commit → effect in another service at {PerSecond}/s, {name}; bare message", "ms",
                [.. ours.Select(round => At(round, part))], [.. theirs.Select(round => At(round, part))], budget));
        }

        await FindHighestAsync(suite, rolls, callers, report);
        callers.ToList().ForEach(caller => caller.Dispose());
        await rolls.CheckAsync();
    }

    private static async Task FindHighestAsync(
        RunningSuite suite, RollStage rolls, IReadOnlyList<ICaller> callers, Report report)
    {
        var held = 0.0;
        var last = "";
        foreach (var rate in Pace.IsQuick ? [300] : new[] { 300, 400, 500, 600, 800, 1000 })
        {
            var (perSecond, delays) = await DelaysAsync(suite, rolls, callers, rate);
            var p99 = At(delays, 0.99);
            last = string.Create(CultureInfo.InvariantCulture, $"asked for {rate}/s: {perSecond:f0}/s came, p99 {p99:f0} ms");
            if (p99 > Allowed || perSecond < 0.95 * rate)
            {
                break;
            }

            held = perSecond;
        }

        report.Add(new Row("highest rate held with p99 ≤ 200 ms", "/s", [held], []));
        report.Note($"the step after it, {last}");
    }

    private static async Task<(double PerSecond, List<double> Delays)> DelaysAsync(
        RunningSuite suite, RollStage rolls, IReadOnlyList<ICaller> callers, int perSecond)
    {
        var before = await suite.CountAsync("sessions", "select coalesce(max(sequence), 0) from outbox_message");
        var loaded = await Loops.SteadyAsync(callers, Slot, perSecond, rolls.MarkAllAsync);
        await rolls.DrainAsync();
        var commits = await TimesAsync(suite, "sessions",
            $"""
            select o.message_id, pg_xact_commit_timestamp(a.xmin)
            from outbox_message o join attendance a on a.unit = split_part(o.partition_key, '/', 2)
                and a.session = split_part(o.partition_key, '/', 4) and a.person = replace(a.unit, 'unit', 'person') || '-0'
            where o.type = 'sessions.attendance-recorded.v1' and o.sequence > {before}
            """);
        var effects = await TimesAsync(suite, "bulletin", "select message_id, pg_xact_commit_timestamp(xmin) from inbox_message");
        return (loaded.PerSecond, [.. commits.Select(one => (effects[one.Key] - one.Value).TotalMilliseconds).Order()]);
    }

    private static async Task<Dictionary<Guid, DateTime>> TimesAsync(RunningSuite suite, string service, string sql)
    {
        await using var connection = new NpgsqlConnection(suite.Database(service));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var times = new Dictionary<Guid, DateTime>();
        while (await reader.ReadAsync())
        {
            times[reader.GetGuid(0)] = reader.GetDateTime(1);
        }

        return times;
    }

    private static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
}
