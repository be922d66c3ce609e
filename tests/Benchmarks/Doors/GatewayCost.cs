using System.Globalization;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Rolls;
using StudySuite.Benchmarks.Suites;

namespace StudySuite.Benchmarks.Doors;

/// <summary>The same call through the gateway and straight to the service.</summary>
internal static class GatewayCost
{
    private const int Clients = 16;
    private static readonly TimeSpan Slot = Pace.Of(1.5), WarmUp = Pace.Of(4);

    public static async Task RunAsync(Stage stage, Report report)
    {
        var rolls = await stage.RollsAsync();
        await rolls.WarmUpAsync(WarmUp);
        var shares = new List<double>();
        foreach (var isRest in new[] { true, false })
        {
            var kind = isRest ? "REST" : "gRPC";
            await CompareAsync(rolls, isRest, $"a roll read by {kind}", rolls.ReadAsync, shares, report);
            await CompareAsync(rolls, isRest, $"one mark by {kind}", rolls.MarkOneAsync, shares, report);
        }

        report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"the client took {Row.Median(shares):p0} of the processors (median, at most {shares.Max():p0})"));
    }

    private static async Task CompareAsync(
        RollStage rolls, bool isRest, string what, Func<ICaller, Task> call, List<double> shares, Report report)
    {
        var direct = await rolls.CallersAsync(isRest, "sessions", Clients);
        var gateway = await rolls.CallersAsync(isRest, "gateway", Clients);
        var (through, straight) = (new List<Loaded>(), new List<Loaded>());
        var (throughAlone, straightAlone) = (new List<double>(), new List<double>());
        for (var round = 0; round < Pace.Rounds; round++)
        {
            straight.Add(await Loops.ClosedAsync(direct, Slot, call));
            through.Add(await Loops.ClosedAsync(gateway, Slot, call));
            await rolls.DrainAsync();
            straightAlone.Add((await Loops.ClosedAsync([direct[0]], Slot / 2, call)).Percentile(0.5));
            throughAlone.Add((await Loops.ClosedAsync([gateway[0]], Slot / 2, call)).Percentile(0.5));
        }

        direct.Concat(gateway).ToList().ForEach(caller => caller.Dispose());
        shares.AddRange(straight.Concat(through).Select(loaded => loaded.ClientShare));
        report.Add(new Row(
            $"{what}, {Clients} clients; without the gateway", "/s",
            [.. through.Select(loaded => loaded.PerSecond)], [.. straight.Select(loaded => loaded.PerSecond)], "≥ 0.75 ×"));
        report.Add(new Row($"{what}, median of one client; without the gateway", "ms", throughAlone, straightAlone));
        report.Add(new Row(
            $"{what}, what the gateway adds to that median", "ms", [.. throughAlone.Zip(straightAlone, (one, other) => one - other)], [],
            "≤ 1 ms"));
    }
}
