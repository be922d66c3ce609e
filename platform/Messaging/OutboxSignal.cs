using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Messaging;

/// <summary>
/// Wakes the dispatcher of one database. It only saves waiting: the dispatcher polls as well, so a lost signal costs a
/// second, never an event.
/// </summary>
internal abstract class OutboxSignal(Type contextType)
{
    private readonly Channel<bool> wakeUps =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool IsFor(DbContext db) => contextType.IsInstanceOfType(db);

    public void Set() => wakeUps.Writer.TryWrite(true);

    /// <returns>True when woken, false when <paramref name="atMost"/> went by.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await wakeUps.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

internal sealed class OutboxSignal<TDb>() : OutboxSignal(typeof(TDb))
    where TDb : DbContext;
