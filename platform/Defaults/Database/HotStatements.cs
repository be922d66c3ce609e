using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudySuite.Defaults.Database;

/// <summary>
/// Has PostgreSQL parse and plan once per connection what it is asked again and again: half of its time for a mark was
/// that. Npgsql finds a prepared statement again by its text, so preparing it anew costs no round trip. See decision 0070
/// for why Npgsql is not left to choose the statements by itself.
/// </summary>
internal sealed class HotStatements : DbCommandInterceptor
{
    private const int UsesBefore = 30;
    // Imports save hundreds of rows in one command whose text hardly comes twice.
    private const int MostParameters = 40;
    private const int MostTexts = 2_000;

    private readonly ConcurrentDictionary<string, int> uses = new(StringComparer.Ordinal);
    private int texts;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, cancellationToken);
        return result;
    }

    private Task PrepareAsync(DbCommand command, CancellationToken cancellationToken) =>
        IsHot(command) ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;

    private bool IsHot(DbCommand command)
    {
        if (command.Parameters.Count > MostParameters)
        {
            return false;
        }

        // Two at once may count as one: it is only about when.
        var isKnown = uses.TryGetValue(command.CommandText, out var before);
        if (before < UsesBefore)
        {
            if (isKnown || Interlocked.Increment(ref texts) <= MostTexts)
            {
                uses[command.CommandText] = before + 1;
            }

            return false;
        }

        // Without a value, a parameter needs a type of its own.
        return command.Parameters.Cast<DbParameter>()
            .All(parameter => parameter.Value is not (null or DBNull) || parameter.DbType != DbType.Object);
    }
}
