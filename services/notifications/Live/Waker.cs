namespace StudySuite.Notifications.Live;

/// <summary>Wakes whoever waits in this process. It only saves waiting: those who wait look again after a while anyway.</summary>
internal abstract class Waker
{
    private volatile TaskCompletionSource next = Make();

    /// <summary>Ends with the next pulse. Take it before looking, so that nothing falls between look and wait.</summary>
    public Task Next => next.Task;

    public void Pulse() => Interlocked.Exchange(ref next, Make()).SetResult();

    /// <summary>Until the pulse, or <paramref name="atMost"/>; a cancelled wait ends without an error.</summary>
    public static async Task WaitAsync(Task pulse, TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(pulse, Task.Delay(atMost, clock, pause.Token));
        await pause.CancelAsync();
    }

    private static TaskCompletionSource Make() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
