using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;

namespace StudySuite.Messaging;

public static class Outbox
{
    internal static JsonSerializerOptions Json => EventJson.Options;

    /// <summary>
    /// Announces an event: it is saved by the caller's next SaveChangesAsync, with the change or not at all, and sent
    /// after the commit. There is no other way to publish.
    /// </summary>
    public static void Enqueue(this DbContext db, IEvent evt) => db.Add(db.MessageOf(evt));

    /// <summary>The row that <see cref="Enqueue"/> adds, for who writes many at once past the change tracker.</summary>
    public static OutboxMessage MessageOf(this DbContext db, IEvent evt)
    {
        Announcements.Note(db);
        var now = db.Clock().GetUtcNow().UtcDateTime;
        return new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            PartitionKey = evt.Subject,
            Type = EventTypes.NameOf(evt.GetType()),
            Body = EventJson.Write(evt),
            TraceParent = Activity.Current?.Id,
            CreatedAt = now,
            DueAt = now,
        };
    }

    /// <summary>Lets parked rows be tried again, with a fresh count of attempts.</summary>
    /// <returns>How many rows were parked.</returns>
    public static Task<int> ReplayParkedAsync(DbContext db, CancellationToken cancellationToken)
    {
        var now = db.Clock().GetUtcNow().UtcDateTime;
        return db.Set<OutboxMessage>().Where(row => row.SentAt == null && row.ParkedAt != null).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.ParkedAt, (DateTime?)null)
                .SetProperty(r => r.Attempts, 0)
                .SetProperty(r => r.DueAt, now),
            cancellationToken);
    }

    /// <summary>
    /// Sends again what was sent in the hour before the last: after a stop the in-memory bus has forgotten what it had not
    /// delivered, and after a restore another service may not have received it. Inboxes drop what comes twice.
    /// </summary>
    public static async Task<int> ResendRecentAsync(DbContext db, CancellationToken cancellationToken)
    {
        var rows = db.Set<OutboxMessage>();
        if (await rows.MaxAsync(row => row.SentAt, cancellationToken) is not { } last)
        {
            return 0;
        }

        var since = last.AddHours(-1);
        return await rows.Where(row => row.SentAt >= since)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.SentAt, (DateTime?)null), cancellationToken);
    }

    // The clock of the container that made the context; a context made by hand has none.
    private static TimeProvider Clock(this DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
            ?.GetService<TimeProvider>() ?? TimeProvider.System;
}
