using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudySuite.Platform.Tests.Messaging;

/// <summary>Counts how often a dispatcher looks for what is due.</summary>
internal sealed class OutboxLooks : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("from outbox_message o", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        return ValueTask.FromResult(result);
    }
}
