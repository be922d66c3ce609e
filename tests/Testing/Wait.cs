using System.Diagnostics;
using Xunit;

namespace StudySuite.Testing;

/// <summary>Waits on a condition with a deadline, never for a fixed time.</summary>
public static class Wait
{
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(30);

    /// <param name="condition">Asked again and again; what it throws ends the waiting.</param>
    /// <param name="what">What should become true; the sentence of the failure.</param>
    /// <param name="deadline">30 seconds unless told.</param>
    /// <exception cref="TimeoutException">The condition was still false at the deadline.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? deadline = null)
    {
        var limit = deadline ?? DefaultDeadline;
        var watch = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(10);
        while (!await condition())
        {
            if (watch.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s: {what}");

            // The token ends the wait when the run is cancelled or the test has a time limit of its own.
            await Task.Delay(pause, TestContext.Current.CancellationToken);
            pause = pause < TimeSpan.FromMilliseconds(200) ? pause * 1.5 : pause;
        }
    }
}
