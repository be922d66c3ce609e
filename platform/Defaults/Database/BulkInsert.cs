using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Database;

/// <summary>
/// Thousands of new rows in one transaction, past the change tracker, which costs several times the writing. What the
/// save interceptor gives a saved aggregate it has here, too: version, times, its line in the audit trail, its event.
/// </summary>
public static class BulkInsert
{
    // SQLite looks each parameter up by name, one after the other: long statements cost the square of their length.
    private const int MostParameters = 600;

    /// <summary>Adds aggregates that are new. Call within a transaction, whose commit lets the outbox send.</summary>
    /// <param name="announce">The event of each; null for one that nobody need hear of.</param>
    /// <exception cref="DbUpdateException">The database refused a row; the transaction is of no more use.</exception>
    public static async Task AddAllAsync<T>(
        this SuiteDbContext db, IReadOnlyList<T> added, Func<T, IEvent?> announce, CallContext call, TimeProvider clock,
        CancellationToken cancellationToken)
        where T : Aggregate
    {
        var (now, trace) = (clock.GetUtcNow(), Activity.Current?.TraceId.ToString());
        var (lines, messages) = (new List<AuditEntry>(added.Count), new List<OutboxMessage>(added.Count));
        foreach (var aggregate in added)
        {
            if (announce(aggregate) is { } evt)
            {
                messages.Add(db.MessageOf(evt));
            }

            (aggregate.Version, aggregate.CreatedAt, aggregate.UpdatedAt) = (1, now, now);
            var line = new AuditEntry(aggregate.ResourceName);
            line.Complete(call, now, trace);
            lines.Add(line);
        }

        await db.InsertAllAsync(added, cancellationToken);
        await db.InsertAllAsync(lines, cancellationToken);
        await db.InsertAllAsync(messages, cancellationToken);
    }

    /// <summary>Writes rows as they are, for what hangs on the aggregates. Same transaction rule.</summary>
    public static async Task InsertAllAsync<T>(this DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = TableColumns.Of<T>(db);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Insert many rows within a transaction.");
        foreach (var chunk in rows.Chunk(Math.Max(1, MostParameters / table.Columns.Count)))
        {
            Fill(command, table, chunk);
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (DbException error)
            {
                throw new DbUpdateException($"Rows of {typeof(T).Name} were refused.", error);
            }
        }
    }

    private static void Fill(DbCommand command, TableColumns table, IReadOnlyList<object> rows)
    {
        // The text of a full chunk serves the next one.
        if (command.Parameters.Count != rows.Count * table.Columns.Count)
        {
            var places = Enumerable.Range(0, rows.Count).Select(row =>
                $"({string.Join(", ", table.Columns.Select((_, column) => $"@p{row * table.Columns.Count + column}"))})");
            command.CommandText = $"{table.Insert(table.Columns)} {string.Join(", ", places)}";
        }

        command.Parameters.Clear();
        foreach (var row in rows)
        {
            foreach (var column in table.Columns)
            {
                command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(
                    command, $"@p{command.Parameters.Count}", column.PropertyInfo!.GetValue(row), column.IsNullable));
            }
        }
    }
}
