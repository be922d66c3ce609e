using Microsoft.Extensions.Hosting;

namespace StudySuite.Defaults.Hosting;

public static class Started
{
    /// <summary>Ends when the host has started, for work that is not to take part in the start.</summary>
    public static async Task UntilStartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
