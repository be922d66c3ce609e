using System.Collections.Concurrent;
using System.Diagnostics;

namespace StudySuite.Benchmarks.Load;

/// <param name="Latencies">Milliseconds, sorted.</param>
/// <param name="ClientShare">Part of all processors' time that this process used meanwhile.</param>
internal sealed record Loaded(TimeSpan Time, IReadOnlyList<double> Latencies, double ClientShare)
{
    public double PerSecond => Latencies.Count / Time.TotalSeconds;

    /// <param name="part">0.5 for the median.</param>
    public double Percentile(double part) => Latencies[Math.Min(Latencies.Count - 1, (int)(part * Latencies.Count))];
}

/// <summary>Ways to send calls.</summary>
internal static class Loops
{
    /// <summary>Each client sends its next call when the last is answered, as pgbench does.</summary>
    public static Task<Loaded> ClosedAsync(IReadOnlyList<ICaller> clients, TimeSpan time, Func<ICaller, Task> call) =>
        MeasuredAsync(async since =>
        {
            var all = await Task.WhenAll(clients.Select(ClientAsync));
            return all.SelectMany(one => one);

            async Task<List<double>> ClientAsync(ICaller client)
            {
                await Task.Yield();
                var latencies = new List<double>();
                while (Stopwatch.GetElapsedTime(since) < time)
                {
                    var begin = Stopwatch.GetTimestamp();
                    await call(client);
                    latencies.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                }

                return latencies;
            }
        });

    /// <summary>
    /// Calls come at a steady rate, whether or not earlier ones are answered; each is timed from when it was due, so that
    /// waiting for a free client counts.
    /// </summary>
    public static Task<Loaded> SteadyAsync(
        IReadOnlyList<ICaller> clients, TimeSpan time, double perSecond, Func<ICaller, Task> call) =>
        MeasuredAsync(async since =>
        {
            var latencies = new ConcurrentBag<double>();
            var free = new ConcurrentQueue<ICaller>(clients);
            var some = new SemaphoreSlim(clients.Count);
            var running = new List<Task>();
            var count = (int)(perSecond * time.TotalSeconds);
            for (var i = 0; i < count; i++)
            {
                var due = TimeSpan.FromSeconds(i / perSecond);
                if (due - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early);
                }

                running.Add(OneAsync(due));
            }

            await Task.WhenAll(running);
            return latencies;

            async Task OneAsync(TimeSpan due)
            {
                await some.WaitAsync();
                free.TryDequeue(out var client);
                await call(client!);
                latencies.Add((Stopwatch.GetElapsedTime(since) - due).TotalMilliseconds);
                free.Enqueue(client!);
                some.Release();
            }
        });

    private static async Task<Loaded> MeasuredAsync(Func<long, Task<IEnumerable<double>>> run)
    {
        using var process = Process.GetCurrentProcess();
        var (since, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var latencies = await run(since);
        var time = Stopwatch.GetElapsedTime(since);
        process.Refresh();
        return new Loaded(time, [.. latencies.Order()], (process.TotalProcessorTime - used) / time / Environment.ProcessorCount);
    }
}
