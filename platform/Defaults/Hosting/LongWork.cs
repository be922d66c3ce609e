using Google.Api;

namespace StudySuite.Defaults.Hosting;

/// <summary>
/// Runs calls that compute for long between two waits - documents, imports, uploads - on a scheduler of their own, so
/// that they do not hold up the threads that serve the sockets.
/// </summary>
internal static class LongWork
{
    // As many at once as there are: one that waits for SQLite's lock holds its thread, and must not keep from
    // finishing the one that has the lock.
    private static readonly TaskScheduler Scheduler =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, int.MaxValue).ConcurrentScheduler;

    /// <param name="rpc"><c>Service/Method</c>.</param>
    /// <typeparam name="TResponse">A file is what takes long to make.</typeparam>
    public static bool Is<TResponse>(string rpc) =>
        typeof(TResponse) == typeof(HttpBody) || rpc.Contains("/Import", StringComparison.Ordinal);

    /// <summary>What <paramref name="work"/> does itself, after each wait too, runs there.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();
}
