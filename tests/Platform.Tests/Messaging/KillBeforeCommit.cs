using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using StudySuite.Messaging;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>Cuts the dispatcher's connection once, after the bus confirmed and before it could commit.</summary>
internal sealed class KillBeforeCommit(string connectionString) : DbTransactionInterceptor
{
    private int kills;

    public int Kills => kills;

    /// <summary>Set once the tables are made: that is a commit without outbox rows as well.</summary>
    public bool IsArmed { get; set; }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        var isDispatcher = !eventData.Context!.ChangeTracker.Entries<OutboxMessage>().Any();
        if (IsArmed && isDispatcher && Interlocked.CompareExchange(ref kills, 1, 0) == 0)
        {
            await using var other = NpgsqlDataSource.Create(connectionString);
            await using var command = other.CreateCommand("select pg_terminate_backend($1)");
            command.Parameters.AddWithValue(((NpgsqlConnection)transaction.Connection!).ProcessID);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }
}
