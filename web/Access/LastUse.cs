using Microsoft.AspNetCore.Components.Server.Circuits;

namespace StudySuite.Web.Access;

/// <summary>When the person before the page last did something.</summary>
internal sealed class LastUse(TimeProvider clock) : CircuitHandler
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last = clock.GetTimestamp();

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context =>
        {
            last = clock.GetTimestamp();
            Interlocked.Exchange(ref this.next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            return next(context);
        };

    /// <summary>Returns at once while the page is in use, else when it is used again.</summary>
    public Task RecentAsync(CancellationToken cancellationToken) =>
        clock.GetElapsedTime(last) < Recent ? Task.CompletedTask : next.Task.WaitAsync(cancellationToken);
}
