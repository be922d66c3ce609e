namespace StudySuite.Notifications.Live;

/// <summary>Wakes all who watch an inbox in this process.</summary>
internal sealed class InboxSignal
{
    private volatile TaskCompletionSource next = Make();

    /// <summary>Ends with the next pulse. Take it before looking, so that nothing falls between look and wait.</summary>
    public Task Next => next.Task;

    public void Pulse() => Interlocked.Exchange(ref next, Make()).SetResult();

    private static TaskCompletionSource Make() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
