using System.Globalization;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Suites;

namespace StudySuite.Benchmarks.Rolls;

/// <summary>Marks through the gateway against pgbench on the same rows, and how long they take at a steady rate.</summary>
internal static class RollMarking
{
    private const int SteadyPerSecond = 200;
    private static readonly TimeSpan Slot = Pace.Of(1.5), WarmUp = Pace.Of(16), Steady = Pace.Of(10);

    public static async Task RunAsync(Stage stage, Report report)
    {
        var suite = await stage.SuiteAsync();
        var rolls = await stage.RollsAsync();
        using var pgbench = await Pgbench.SetAsync(suite);
        await rolls.WarmUpAsync(WarmUp);
        await pgbench.RunAsync(Statements.All, 8, Slot);
        await rolls.SettleAsync();

        var shares = new List<double>();
        foreach (var clients in new[] { 1, 8, 32 })
        {
            await CompareAsync(rolls, pgbench, clients, shares, report);
        }

        foreach (var isRest in new[] { true, false })
        {
            var callers = await rolls.CallersAsync(isRest, "gateway", 32);
            var steady = await Loops.SteadyAsync(callers, Steady, SteadyPerSecond, rolls.MarkOneAsync);
            callers.ToList().ForEach(caller => caller.Dispose());
            foreach (var (name, part) in new[] { ("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999) })
            {
                report.Add(new Row($"mark by {(isRest ? "REST" : "gRPC")}, steady 200/s, {name}", "ms", [steady.Percentile(part)], []));
            }
        }

        await rolls.DrainAsync();
        await rolls.CheckAsync();
        report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"the client took {Row.Median(shares):p0} of the processors (median, at most {shares.Max():p0}); all services, PostgreSQL and RabbitMQ on the same ones"));
    }

    private static async Task CompareAsync(
        RollStage rolls, Pgbench pgbench, int clients, List<double> shares, Report report)
    {
        var (restOne, grpcOne, restAll, grpcAll) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (sql, writes) = (new List<double>(), new List<double>());
        var rest = await rolls.CallersAsync(true, "gateway", clients);
        var grpc = await rolls.CallersAsync(false, "gateway", clients);
        for (var round = 0; round < Pace.Rounds; round++)
        {
            restOne.Add(await MeasureAsync(rest, rolls.MarkOneAsync));
            grpcOne.Add(await MeasureAsync(grpc, rolls.MarkOneAsync));
            restAll.Add(await MeasureAsync(rest, rolls.MarkAllAsync) * RollStage.Members);
            grpcAll.Add(await MeasureAsync(grpc, rolls.MarkAllAsync) * RollStage.Members);
            await rolls.DrainAsync();
            sql.Add(await pgbench.RunAsync(Statements.All, clients, Slot));
            writes.Add(await pgbench.RunAsync(Statements.Writes, clients, Slot));
        }

        rest.Concat(grpc).ToList().ForEach(caller => caller.Dispose());
        report.Add(new Row($"one mark by REST, {clients} clients; pgbench", "/s", restOne, sql, "≥ 0.5 ×"));
        report.Add(new Row($"one mark by gRPC, {clients} clients; pgbench", "/s", grpcOne, sql, "≥ 0.5 ×"));
        report.Add(new Row($"one mark by gRPC, {clients} clients; pgbench with the writes only", "/s", grpcOne, writes));
        report.Add(new Row($"members in batches of 15 by REST, {clients} clients; pgbench", "/s", restAll, sql, "≥ 5 ×"));
        report.Add(new Row($"members in batches of 15 by gRPC, {clients} clients; pgbench", "/s", grpcAll, sql, "≥ 5 ×"));

        async Task<double> MeasureAsync(IReadOnlyList<ICaller> callers, Func<ICaller, Task> call)
        {
            var loaded = await Loops.ClosedAsync(callers, Slot, call);
            shares.Add(loaded.ClientShare);
            return loaded.PerSecond;
        }
    }

    /// <summary>Until the compiler has seen what is hot, on every way that is measured.</summary>
    public static async Task WarmUpAsync(this RollStage rolls, TimeSpan time)
    {
        foreach (var isRest in new[] { true, false })
        {
            foreach (var program in new[] { "sessions", "gateway" })
            {
                var callers = await rolls.CallersAsync(isRest, program, 8);
                await Loops.ClosedAsync(callers, time / 2, rolls.MarkOneAsync);
                await Loops.ClosedAsync(callers, time / 4, rolls.MarkAllAsync);
                await Loops.ClosedAsync(callers, time / 4, rolls.ReadAsync);
                callers.ToList().ForEach(caller => caller.Dispose());
            }
        }

        await rolls.SettleAsync();
    }
}
