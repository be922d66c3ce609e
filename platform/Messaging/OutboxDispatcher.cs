using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StudySuite.Messaging;

internal enum DispatchOutcome
{
    /// <summary>Sent all that was due.</summary>
    Done,

    /// <summary>Sent as much as goes at once.</summary>
    More,

    /// <summary>Another dispatcher is at it.</summary>
    Busy,
}

/// <summary>Sends what one database's outbox holds: at least once, and in order within a partition.</summary>
internal sealed partial class OutboxDispatcher<TDb>(
    OutboxName<TDb> name, OutboxSignal<TDb> signal, EventBus bus, IServiceScopeFactory scopes,
    MessagingMetrics metrics, IOptions<MessagingOptions> options, TimeProvider clock,
    ILogger<OutboxDispatcher<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GatherEvery = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private long dispatchedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before its queues are bound, the bus drops what is published.
        await bus.WaitUntilReadyAsync(stoppingToken);
        var isRequeued = !bus.ForgetsOnStop;
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isRequeued)
                {
                    await RequeueRecentAsync(stoppingToken);
                    isRequeued = true;
                }

                await DispatchAllAsync(stoppingToken);
                failures = 0;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                var pause = Backoff.Pause(++failures, PollEvery, LongestPause);
                Log.Paused(logger, name.Service, pause.TotalSeconds, error.GetBaseException().Message);
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>What is committed meanwhile wakes it once more: it goes with the next ones, not by itself.</summary>
    private async Task DispatchAllAsync(CancellationToken cancellationToken)
    {
        var isWoken = await signal.WaitAsync(PollEvery, clock, cancellationToken);
        await GatherAsync(cancellationToken);
        var outcome = await DispatchOnceAsync(cancellationToken);
        while (outcome == DispatchOutcome.More || (outcome == DispatchOutcome.Busy && isWoken))
        {
            if (outcome == DispatchOutcome.Busy)
            {
                // The holder may have read before the commit that woke us, and nobody else will wake it.
                await Task.Delay(BusyPause, clock, cancellationToken);
            }

            outcome = await DispatchOnceAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A lone event goes at once. While one follows the other they go together: a batch costs about as much as a single
    /// one. By the machine's clock, because only the processor's work is at stake.
    /// </summary>
    private async Task GatherAsync(CancellationToken cancellationToken)
    {
        if (GatherEvery - Stopwatch.GetElapsedTime(dispatchedAt) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, TimeProvider.System, cancellationToken);
        }

        dispatchedAt = Stopwatch.GetTimestamp();
    }

    /// <summary>One batch: claim, publish, wait for the confirms, mark, commit.</summary>
    /// <exception cref="BusDownException">After marking what was confirmed; the other rows are as they were.</exception>
    internal async Task<DispatchOutcome> DispatchOnceAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var claim = await OutboxClaim<TDb>.TryTakeAsync(db, Now, cancellationToken);
        if (claim is null)
        {
            return DispatchOutcome.Busy;
        }

        if (claim.Rows.Count == 0)
        {
            return DispatchOutcome.Done;
        }

        var batch = new Batch();
        foreach (var round in OutboxBundles.RoundsOf(claim.Rows))
        {
            await Task.WhenAll(round.Select(messages => PublishInOrderAsync(messages, batch, cancellationToken)));
        }

        await MarkAsync(claim, batch, cancellationToken);

        if (batch.BusDown is not null)
        {
            throw batch.BusDown;
        }

        return claim.IsFull ? DispatchOutcome.More : DispatchOutcome.Done;
    }

    private async Task PublishInOrderAsync(
        IReadOnlyList<OutboxMessage[]> messages, Batch batch, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            // Nothing of a partition goes before what could not be sent.
            var rows = message.Where(row => !batch.Failed.ContainsKey(row.PartitionKey)).ToList();
            if (rows.Count > 0 && !await PublishAsync(rows, batch, cancellationToken) && rows.Count > 1)
            {
                await PublishInOrderAsync([.. rows.Select(row => new[] { row })], batch, cancellationToken);
            }
        }
    }

    /// <returns>False when the bus is there and will not have it.</returns>
    private async Task<bool> PublishAsync(List<OutboxMessage> rows, Batch batch, CancellationToken cancellationToken)
    {
        if (batch.BusDown is not null)
        {
            return true;
        }

        try
        {
            await bus.PublishAsync(rows, cancellationToken);
            rows.ForEach(batch.Sent.Add);
            return true;
        }
        catch (BusDownException error)
        {
            batch.BusDown = error;
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            if (rows is [var row])
            {
                Fail(row, error);
                batch.Failed[row.PartitionKey] = row;
            }

            return false;
        }
    }

    private void Fail(OutboxMessage row, Exception error)
    {
        var why = error.GetBaseException().Message;
        row.Attempts++;
        row.LastError = why.Length <= 500 ? why : why[..500];
        row.DueAt = Now + Backoff.Pause(row.Attempts, PollEvery, TimeSpan.FromMinutes(1));
        row.ParkedAt = row.Attempts < options.Value.MaxAttempts ? null : Now;
        metrics.Failed(name.Service);
        if (row.ParkedAt is null)
        {
            Log.Delayed(logger, name.Service, row.MessageId, row.Type, row.Attempts, why);
        }
        else
        {
            Log.Parked(logger, name.Service, row.MessageId, row.Type, row.Attempts, why);
        }
    }

    private async Task MarkAsync(OutboxClaim<TDb> claim, Batch batch, CancellationToken cancellationToken)
    {
        var now = Now;
        await claim.MarkSentAsync([.. batch.Sent.Select(row => row.Sequence)], now, cancellationToken);
        foreach (var row in batch.Failed.Values)
        {
            await claim.MarkFailedAsync(row, cancellationToken);
        }

        await claim.CommitAsync(cancellationToken);
        foreach (var row in batch.Sent)
        {
            metrics.Sent(name.Service, now - row.CreatedAt);
        }
    }

    private async Task RequeueRecentAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        Log.Requeued(logger, name.Service, await Outbox.ResendRecentAsync(db, cancellationToken));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed class Batch
    {
        public ConcurrentBag<OutboxMessage> Sent { get; } = [];

        /// <summary>By partition: after its first failure a partition waits.</summary>
        public ConcurrentDictionary<string, OutboxMessage> Failed { get; } = [];

        public volatile BusDownException? BusDown;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Outbox of {Service} pauses {Seconds:0.0} s, its events are kept: {Why}")]
        public static partial void Paused(ILogger logger, string service, double seconds, string why);

        [LoggerMessage(LogLevel.Warning, "Outbox of {Service} could not send {MessageId} ({Type}), attempt {Attempt}: {Why}")]
        public static partial void Delayed(ILogger logger, string service, Guid messageId, string type, int attempt, string why);

        [LoggerMessage(LogLevel.Error,
            "Outbox of {Service} parked {MessageId} ({Type}) after {Attempt} attempts; later events of its subject wait. "
            + "Put the cause right, then run the verb replay-parked. {Why}")]
        public static partial void Parked(ILogger logger, string service, Guid messageId, string type, int attempt, string why);

        [LoggerMessage(LogLevel.Information, "Outbox of {Service} sends {Rows} recent events again after the start")]
        public static partial void Requeued(ILogger logger, string service, int rows);
    }
}

/// <summary>The service whose outbox lies in <typeparamref name="TDb"/>, for logs and metrics.</summary>
internal sealed record OutboxName<TDb>(string Service)
    where TDb : DbContext;
