using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>How often a dispatcher looks for what is due, and what it asks the database.</summary>
internal sealed class OutboxLooks : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    public string? Sql { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("from outbox_message o", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
            Sql = command.CommandText;
        }

        return ValueTask.FromResult(result);
    }
}
