using System.Collections.Concurrent;

namespace StudySuite.Testing;

/// <summary>
/// What this process made on servers that others go on using: databases and virtual hosts. All of it is given back
/// together when the last test of the assembly is through. At the end of the process there is no time for it:
/// xunit's runner allows ten seconds for that and then fails the run.
/// </summary>
public sealed class Borrowed : IAsyncDisposable
{
    private static readonly ConcurrentBag<Func<Task>> Returns = [];

    // For a run that is stopped from outside; after a whole one the bag is empty.
    static Borrowed() => AppDomain.CurrentDomain.ProcessExit += (_, _) => ReturnAllAsync().GetAwaiter().GetResult();

    public static void Add(Func<Task> giveBack) => Returns.Add(giveBack);

    public async ValueTask DisposeAsync() => await ReturnAllAsync();

    private static Task ReturnAllAsync()
    {
        List<Func<Task>> all = [];
        while (Returns.TryTake(out var one))
        {
            all.Add(one);
        }

        return Parallel.ForEachAsync(all, async (one, _) => await one());
    }
}
