using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace StudySuite.Defaults.Database;

/// <summary>
/// Statements past Entity Framework, on the context's connection and in its transaction, for the few calls that come
/// thousands of times a day: to find the translation of a query, to follow its rows and to look at every interceptor
/// took longer than the statements themselves.
/// </summary>
public static class PlainCommand
{
    /// <summary>Call within a transaction.</summary>
    /// <param name="sql">Whole statements in the dialect that both databases have; values as <c>@p0</c> and so on.</param>
    /// <param name="values">As the database stores them; none is null.</param>
    /// <returns>How many rows were written.</returns>
    public static async Task<int> ExecutePlainAsync(
        this DbContext db, string sql, IReadOnlyList<object> values, CancellationToken cancellationToken)
    {
        await using var command = Create(db, sql, values);
        // Prepared once on a connection: Npgsql finds it again by its text, which costs no round trip.
        await command.PrepareAsync(cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The results of all statements that have any, in one round trip.</summary>
    /// <param name="sql">As for <see cref="ExecutePlainAsync"/>.</param>
    /// <param name="values">As for <see cref="ExecutePlainAsync"/>.</param>
    /// <param name="read">Reads one result after the other.</param>
    public static async Task<T> ReadPlainAsync<T>(
        this DbContext db, string sql, IReadOnlyList<object> values, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Create(db, sql, values);
            await command.PrepareAsync(cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>An instant as the models keep it: UTC ticks on SQLite, which has no type for it.</summary>
    public static DateTimeOffset GetInstant(this DbDataReader reader, int column) =>
        reader.GetFieldType(column) == typeof(long)
            ? new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero)
            : reader.GetFieldValue<DateTimeOffset>(column);

    private static DbCommand Create(DbContext db, string sql, IReadOnlyList<object> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (Name(i), values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");
}
