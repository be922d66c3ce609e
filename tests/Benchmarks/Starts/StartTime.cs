using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Suites;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Starts;

/// <summary>How soon the suite answers and how much memory it holds, in one process and each service alone.</summary>
internal static class StartTime
{
    private const int Mebibyte = 1 << 20;
    private static readonly TimeSpan Idle = Pace.Of(5);

    public static async Task RunAsync(Stage stage, Report report)
    {
        await stage.ClearAsync();
        var (cold, warm, idle) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Pace.Rounds; round++)
        {
            using var suite = new OneProcess();
            var (first, firstTime) = await suite.StartAsync();
            await first.StopAsync();
            await first.DisposeAsync();
            var (second, secondTime) = await suite.StartAsync();
            await Task.Delay(Idle);
            idle.Add((double)second.Memory() / Mebibyte);
            await second.DisposeAsync();
            cold.Add(firstTime.TotalSeconds);
            warm.Add(secondTime.TotalSeconds);
        }

        report.Add(new Row("standalone: first start, making its databases", "s", cold, []));
        report.Add(new Row("standalone: start to first answer", "s", warm, [], "≤ 3 s"));
        report.Add(new Row("standalone: resident 5 s after the start", "MiB", idle, [], "≤ 350 MB"));
        await AfterTheDemoAsync(report);
        await EachAloneAsync(stage, report);
    }

    private static async Task AfterTheDemoAsync(Report report)
    {
        using var suite = new OneProcess();
        var (process, _) = await suite.StartAsync();
        if (!await suite.ReplayAsync())
        {
            throw new InvalidOperationException("The demo did not end with the published figures.");
        }

        await Task.Delay(Idle);
        report.Add(new Row("standalone: resident 5 s after the demo", "MiB", [(double)process.Memory() / Mebibyte], [], "≤ 350 MB"));
        report.Add(new Row("standalone: most resident during the demo", "MiB", [(double)process.PeakMemory() / Mebibyte], []));
        await process.DisposeAsync();
    }

    /// <summary>Each on its database, while the others run.</summary>
    private static async Task EachAloneAsync(Stage stage, Report report)
    {
        var suite = await stage.SuiteAsync();
        foreach (var name in RunningSuite.Services.Append("gateway"))
        {
            var (times, memory) = (new List<double>(), new List<double>());
            for (var round = 0; round < (Pace.Rounds + 1) / 2; round++)
            {
                await suite.Processes[name].DisposeAsync();
                var (process, time) = await OneProcess.StartAsync(suite.StartOf(name));
                suite.Replace(name, process);
                times.Add(time.TotalSeconds);
            }

            await Task.Delay(Idle);
            memory.Add((double)suite.Processes[name].Memory() / Mebibyte);
            report.Add(new Row($"{name}: start to first answer", "s", times, []));
            report.Add(new Row($"{name}: resident 5 s after the start", "MiB", memory, []));
        }
    }
}
