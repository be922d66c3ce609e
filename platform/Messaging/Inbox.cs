using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StudySuite.Events;

namespace StudySuite.Messaging;

/// <summary>Lets a delivery take effect once, however often and in however many copies it comes.</summary>
internal sealed partial class Inbox<TDb>(
    IServiceScopeFactory scopes, MessagingMetrics metrics, TimeProvider clock, ILogger<Inbox<TDb>> logger)
    where TDb : DbContext
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private const int MaxAttempts = 6;

    private const string NoteOnPostgres =
        """
        insert into inbox_message (message_id, consumer, received_at)
        select id, {1}, {2} from unnest({0}) as m(id)
        on conflict do nothing returning message_id as "Value"
        """;

    // "where true" keeps SQLite's parser from reading "on conflict" as a join condition. It keeps ids in capitals.
    private const string NoteOnSqlite =
        """
        insert into inbox_message (message_id, consumer, received_at)
        select upper(value), {1}, {2} from json_each({0}) where true
        on conflict do nothing returning message_id as "Value"
        """;

    /// <summary>Returns when the effect is committed, now or by an earlier copy; throws when it cannot be had.</summary>
    public async Task HandleAsync<TConsumer, TEvent>(string queue, Delivery delivery, CancellationToken cancellationToken)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent
    {
        var faults = 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HandleOnceAsync<TConsumer, TEvent>(queue, delivery, cancellationToken);
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && Transient.Is(error))
            {
                // Not the message's fault: the next one would fare no better, so it waits for the database.
                var pause = Backoff.Pause(attempt, TimeSpan.FromMilliseconds(100), LongestPause);
                Log.Waiting(logger, queue, delivery.MessageId, pause.TotalSeconds, error.GetBaseException().Message);
                await Task.Delay(pause, clock, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && ++faults < MaxAttempts)
            {
                // Lost races (a stale version, a unique key) end here too and mostly win the next time.
                Log.Retrying(logger, queue, delivery.MessageId, faults, error.GetBaseException().Message);
                await Task.Delay(Backoff.Pause(faults, TimeSpan.FromMilliseconds(50), LongestPause), clock, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Lets several take effect in one transaction, for a consumer that can. False when it did not come off: then
    /// nothing took effect, and each is to be handled by itself, which finds the one at fault.
    /// </summary>
    public async Task<bool> TryTogetherAsync<TConsumer, TEvent>(
        string queue, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent
    {
        if (!typeof(TConsumer).IsAssignableTo(typeof(IManyEventsConsumer<TEvent>)))
        {
            return false;
        }

        try
        {
            await InTransactionAsync(async (db, provider) =>
            {
                var events = (await NewOfAsync(db, queue, deliveries, cancellationToken)).Select(EventOf<TEvent>).ToList();
                var consumer = (IManyEventsConsumer<TEvent>)provider.GetRequiredService<TConsumer>();
                await consumer.ConsumeAllAsync(events, cancellationToken);
                return true;
            }, cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Apart(logger, queue, deliveries.Count, error.GetBaseException().Message);
            return false;
        }
    }

    private Task HandleOnceAsync<TConsumer, TEvent>(string queue, Delivery delivery, CancellationToken cancellationToken)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent => InTransactionAsync(async (db, provider) =>
        {
            if (await NewOfAsync(db, queue, [delivery], cancellationToken) is [])
            {
                return false;
            }

            await provider.GetRequiredService<TConsumer>().ConsumeAsync(EventOf<TEvent>(delivery), cancellationToken);
            return true;
        }, cancellationToken);

    /// <param name="work">Says whether anything is to be kept.</param>
    private async Task InTransactionAsync(Func<TDb, IServiceProvider, Task<bool>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // Nothing is kept when a save fails, so savepoints would be two round trips for nothing.
        db.Database.AutoSavepointsEnabled = false;

        // SQLite begins it as a write transaction, which spares it the upgrade that ends in "database is locked".
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (await work(db, scope.ServiceProvider))
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Takes note of the deliveries and says which had not been noted before, in their order. A copy that is under way
    /// elsewhere makes this wait for its end.
    /// </summary>
    private async Task<IReadOnlyList<Delivery>> NewOfAsync(
        TDb db, string queue, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var ids = deliveries.Select(delivery => delivery.MessageId).ToArray();
        var now = clock.GetUtcNow().UtcDateTime;
        var noted = db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Guid>(NoteOnSqlite, JsonSerializer.Serialize(ids), queue, now)
            : db.Database.SqlQueryRaw<Guid>(NoteOnPostgres, ids, queue, now);
        var isNew = await noted.ToHashSetAsync(cancellationToken);
        for (var repeats = deliveries.Count - isNew.Count; repeats > 0; repeats--)
        {
            metrics.Duplicate(queue);
        }

        // Removed, so that a message that stands twice among them counts once.
        return [.. deliveries.Where(delivery => isNew.Remove(delivery.MessageId))];
    }

    private static TEvent EventOf<TEvent>(Delivery delivery)
        where TEvent : IEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body, Outbox.Json)
            ?? throw new JsonException($"Message {delivery.MessageId} has no event.");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Queue} waits {Seconds:0.0} s with message {MessageId}: {Why}")]
        public static partial void Waiting(ILogger logger, string queue, Guid messageId, double seconds, string why);

        [LoggerMessage(LogLevel.Information, "{Queue} takes {Count} events one by one, together they failed: {Why}")]
        public static partial void Apart(ILogger logger, string queue, int count, string why);

        [LoggerMessage(LogLevel.Information, "{Queue} tries message {MessageId} again after failure {Failure}: {Why}")]
        public static partial void Retrying(ILogger logger, string queue, Guid messageId, int failure, string why);
    }
}
