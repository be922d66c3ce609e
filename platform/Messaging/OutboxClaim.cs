using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace StudySuite.Messaging;

/// <summary>
/// The right to send the next rows of one database; one dispatcher holds it at a time, which keeps the order.
/// On PostgreSQL the locks vanish with the transaction, so a dispatcher that dies holds up nobody. SQLite serves one
/// process: a semaphore does, and nobody's writes wait while the bus confirms.
/// </summary>
internal sealed class OutboxClaim<TDb> : IAsyncDisposable
    where TDb : DbContext
{
    private const int BatchSize = 200;
    // Any number: advisory locks are counted per database.
    private const long LockKey = 0x6F7574626F78;
    private static readonly SemaphoreSlim InProcess = new(1);

    // Always "unsent", never "after the last one": a row with a lower number may commit later.
    // A row waits while an earlier one of its partition is delayed or parked. Those are looked up once, by themselves: asked
    // for each row, PostgreSQL goes through all that is unsent as often as there are rows, and through what it has not yet
    // cleaned away of those sent before.
    private const string DueRows =
        """
        with stuck as materialized (
            select e.partition_key, min(e.sequence) as first from outbox_message e
            where e.sent_at is null and (e.parked_at is not null or e.due_at > {0})
            group by e.partition_key)
        select o.sequence, o.message_id, o.type, o.partition_key, o.body, o.trace_parent, o.created_at, o.due_at, o.sent_at,
            o.parked_at, o.attempts, o.last_error
        from outbox_message o
        where o.sent_at is null and o.parked_at is null and o.due_at <= {0}
          and not exists (select 1 from stuck s where s.partition_key = o.partition_key and s.first < o.sequence)
        order by o.sequence limit {1}
        """;

    private const string LockedDueRows = DueRows + " for update of o skip locked";

    private readonly TDb db;
    private readonly IDbContextTransaction? transaction;

    private OutboxClaim(TDb db, IDbContextTransaction? transaction) => (this.db, this.transaction) = (db, transaction);

    public required List<OutboxMessage> Rows { get; init; }

    /// <summary>There may be more that is due.</summary>
    public bool IsFull => Rows.Count == BatchSize;

    /// <returns>Null when another dispatcher is at it.</returns>
    public static async Task<OutboxClaim<TDb>?> TryTakeAsync(TDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            await InProcess.WaitAsync(cancellationToken);
            var sqlite = new OutboxClaim<TDb>(db, null) { Rows = [] };
            return await sqlite.ReadAsync(DueRows, now, cancellationToken);
        }

        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var claim = new OutboxClaim<TDb>(db, transaction) { Rows = [] };
        // A statement of its own: the rows must be read after the lock is had. The commit need not wait for the disk: what a
        // crash makes forget is sent once more, and the inbox of whoever gets it twice knows it.
        var isMine = await db.Database.SqlQuery<bool>(
            $"""
            select pg_try_advisory_xact_lock({LockKey}) and set_config('synchronous_commit', 'off', true) = 'off' as "Value"
            """).SingleAsync(cancellationToken);
        if (isMine)
        {
            return await claim.ReadAsync(LockedDueRows, now, cancellationToken);
        }

        await claim.DisposeAsync();
        return null;
    }

    public Task MarkSentAsync(IReadOnlyCollection<long> sequences, DateTime now, CancellationToken cancellationToken) =>
        db.Set<OutboxMessage>().Where(row => sequences.Contains(row.Sequence))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.SentAt, now), cancellationToken);

    public Task MarkFailedAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        db.Set<OutboxMessage>().Where(r => r.Sequence == row.Sequence).ExecuteUpdateAsync(
            update => update
                .SetProperty(r => r.Attempts, row.Attempts)
                .SetProperty(r => r.LastError, row.LastError)
                .SetProperty(r => r.DueAt, row.DueAt)
                .SetProperty(r => r.ParkedAt, row.ParkedAt),
            cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) =>
        transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (transaction is null)
        {
            InProcess.Release();
        }
        else
        {
            await transaction.DisposeAsync();
        }
    }

    private async Task<OutboxClaim<TDb>> ReadAsync(string sql, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            Rows.AddRange(await db.Set<OutboxMessage>().FromSqlRaw(sql, now, BatchSize)
                .AsNoTracking().ToListAsync(cancellationToken));
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
