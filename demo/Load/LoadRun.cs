using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using StudySuite.Demo.Access;

namespace StudySuite.Demo.Load;

/// <summary>
/// Calls at a steady pace, as many reads as writes over all services, and the count of what came of them. Needs the
/// demo's people.
/// </summary>
internal sealed class LoadRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // What a machine cannot answer at that pace must not pile up: then the pace is what it can.
    private readonly SemaphoreSlim places = new(64);
    private readonly string run = $"load-{TimeProvider.System.GetUtcNow():MMddHHmmss}";
    private readonly Cast cast;
    private readonly Doors doors;
    private readonly Hands hands;
    private readonly bool isPatient;
    private readonly ConcurrentQueue<string> failures = [];
    private readonly ConcurrentQueue<(Deed Deed, string Mark)> accepted = [];
    private readonly ConcurrentBag<TimeSpan> took = [];
    private int repeats;

    /// <param name="isPatient">
    /// Repeats what failed on the way or at a service, with the same request id; else every failure is told.
    /// </param>
    public LoadRun(DemoSettings settings, IReadOnlyList<Uri> web, IReadOnlyList<Uri> grpc, bool isPatient)
    {
        this.isPatient = isPatient;
        cast = new Cast(settings);
        doors = new Doors(web, grpc);
        hands = new Hands(cast, doors);
    }

    public IReadOnlyList<string> Failures => [.. failures];

    public int Calls => took.Count;

    public int Accepted => accepted.Count;

    public override string ToString()
    {
        var times = took.Order().ToList();
        return $"{Calls} calls, {Accepted} writes accepted, {repeats} repeats, {failures.Count} failed; median "
            + $"{times[times.Count / 2].TotalMilliseconds:0} ms, 99 % "
            + $"{times[times.Count * 99 / 100].TotalMilliseconds:0} ms";
    }

    /// <summary>Signs everybody in, so that the load begins with calls.</summary>
    public Task PrepareAsync() => Task.WhenAll(
        Deed.All.Select(deed => deed.User).Distinct().Select(user => cast[user].TokenAsync()));

    /// <summary>Returns when all calls that began before the end are answered.</summary>
    public async Task RunAsync(int perSecond, CancellationToken end)
    {
        var since = TimeProvider.System.GetTimestamp();
        var running = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!end.IsCancellationRequested)
        {
            while (running.Count < TimeProvider.System.GetElapsedTime(since).TotalSeconds * perSecond && places.Wait(0))
            {
                running.Add(CallAsync(running.Count));
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(running);
    }

    /// <summary>Empty when every accepted write took effect once.</summary>
    public Task<IReadOnlyList<string>> DifferencesAsync() =>
        new LoadCount(hands, run, [.. accepted]).DifferencesAsync();

    public void Dispose()
    {
        hands.Dispose();
        doors.Dispose();
        places.Dispose();
        cast.Dispose();
    }

    private async Task CallAsync(int number)
    {
        try
        {
            await CallOnceAsync(number);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task CallOnceAsync(int number)
    {
        var which = number / 2;
        if (number % 2 == 1)
        {
            await TryAsync(() => Deed.Reads[which % Deed.Reads.Count](hands));
            return;
        }

        var deed = Deed.All[which % Deed.All.Count];
        var mark = $"{run}-{number:d5}";
        if (await TryAsync(() => deed.DoAsync(hands, mark, $"request-{mark}")))
        {
            accepted.Enqueue((deed, mark));
        }
    }

    private async Task<bool> TryAsync(Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        for (var pause = 50; ; pause = Math.Min(pause * 2, 1_000))
        {
            try
            {
                await call();
                took.Add(watch.Elapsed);
                return true;
            }
            catch (Exception error) when (isPatient && IsPassing(error) && watch.Elapsed < Patience)
            {
                Interlocked.Increment(ref repeats);
                await Task.Delay(pause);
            }
            catch (Exception error) when (
                error is RpcException or CallRefused or HttpRequestException or TaskCanceledException)
            {
                took.Add(watch.Elapsed);
                failures.Enqueue(
                    $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {error.GetType().Name} {error.Message} "
                    + error.InnerException?.Message);
                return false;
            }
        }
    }

    private static bool IsPassing(Exception error) => error switch
    {
        RpcException rpc => rpc.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Unknown
            or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted,
        CallRefused refused => refused.IsPassing,
        HttpRequestException or TaskCanceledException => true,
        _ => false,
    };
}
