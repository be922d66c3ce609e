using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using System.Data;

namespace StudySuite.Sessions;

internal static class Storage
{
    /// <summary>
    /// Keeps a part of the contract as it is, in its JSON form: what the secretary writes and reads in one piece needs
    /// no second set of types, and buf breaking guards its names.
    /// </summary>
    public static PropertyBuilder<T> HasMessage<T>(this PropertyBuilder<T> property)
        where T : class, IMessage<T>, new() => property.HasConversion(
            message => JsonFormatter.Default.Format(message),
            text => new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)).Parse<T>(text),
            new ValueComparer<T>(
                (left, right) => Equals(left, right), message => message.GetHashCode(), message => message.Clone()));

    /// <summary>
    /// In the call's transaction, which a request_id has opened already, or else in one of its own. SQLite takes its
    /// write lock at the beginning, so reading first cannot end in "database is locked".
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(
        this DbContext db, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        // The whole is rolled back on failure; savepoints would cost a round trip each.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
