using System.Diagnostics;
using System.Globalization;

namespace StudySuite.Benchmarks;

/// <summary>One printed line for each measured piece of work.</summary>
internal static class Measure
{
    public static async Task<TimeSpan> OnceAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since);
    }

    /// <returns>Sorted, after some runs that only warm up.</returns>
    public static async Task<List<TimeSpan>> OftenAsync(Func<Task> work, int warmUp = 20, int times = 100)
    {
        var taken = new List<TimeSpan>();
        for (var i = -warmUp; i < times; i++)
        {
            var once = await OnceAsync(work);
            if (i >= 0)
            {
                taken.Add(once);
            }
        }

        taken.Sort();
        return taken;
    }

    /// <param name="allowed">What it may take.</param>
    public static void Print(TextWriter output, string what, TimeSpan taken, TimeSpan allowed) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-60} {taken.TotalMilliseconds,9:f1} ms  {taken / allowed,5:f2} of the {allowed.TotalMilliseconds:f0} ms allowed"));
}
