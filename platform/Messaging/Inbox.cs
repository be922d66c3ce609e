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

    private async Task HandleOnceAsync<TConsumer, TEvent>(string queue, Delivery delivery, CancellationToken cancellationToken)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // Nothing is kept when a save fails, so savepoints would be two round trips for nothing.
        db.Database.AutoSavepointsEnabled = false;

        // SQLite begins it as a write transaction, which spares it the upgrade that ends in "database is locked".
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        // A copy that is under way elsewhere makes this wait for its end.
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox_message (message_id, consumer, received_at)
            values ({delivery.MessageId}, {queue}, {clock.GetUtcNow().UtcDateTime}) on conflict do nothing
            """,
            cancellationToken) == 1;
        if (!isNew)
        {
            metrics.Duplicate(queue);
            return;
        }

        var evt = JsonSerializer.Deserialize<TEvent>(delivery.Body, Outbox.Json)
            ?? throw new JsonException($"Message {delivery.MessageId} has no event.");
        await scope.ServiceProvider.GetRequiredService<TConsumer>().ConsumeAsync(evt, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Queue} waits {Seconds:0.0} s with message {MessageId}: {Why}")]
        public static partial void Waiting(ILogger logger, string queue, Guid messageId, double seconds, string why);

        [LoggerMessage(LogLevel.Information, "{Queue} tries message {MessageId} again after failure {Failure}: {Why}")]
        public static partial void Retrying(ILogger logger, string queue, Guid messageId, int failure, string why);
    }
}
