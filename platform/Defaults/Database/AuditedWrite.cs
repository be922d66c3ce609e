using System.Diagnostics;
using System.Globalization;
using System.Text;
using StudySuite.Defaults.Audit;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Database;

/// <summary>
/// For the few writes that come thousands of times a day: what a service writes by statements of its own, with the line
/// of the audit trail and the event that belong to it, in one round trip and past the change tracker.
/// </summary>
public static class AuditedWrite
{
    /// <summary>Call within a transaction, whose commit lets the outbox send.</summary>
    /// <param name="sql">Whole statements, with <c>@p0</c> and so on for the values.</param>
    /// <param name="values">As the database stores them; none is null.</param>
    /// <param name="resource">Name of what is changed, for the audit trail.</param>
    public static Task WriteAuditedAsync(
        this SuiteDbContext db, string sql, IEnumerable<object> values, string resource, IEvent evt, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var line = new AuditEntry(resource);
        line.Complete(db.Call, now, Activity.Current?.TraceId.ToString());

        var (text, all) = (new StringBuilder(sql), values.ToList());
        AppendInsert(db, line, text, all);
        AppendInsert(db, db.MessageOf(evt), text, all);
        return db.ExecutePlainAsync(text.ToString(), all, cancellationToken);
    }

    // A column without a value is left out: a null by itself has no type.
    private static void AppendInsert<T>(SuiteDbContext db, T row, StringBuilder text, List<object> all)
        where T : class
    {
        var table = TableColumns.Of<T>(db);
        var filled = table.Columns.Select(column => (Column: column, Value: column.PropertyInfo!.GetValue(row)))
            .Where(field => field.Value is not null).ToList();
        text.Append('\n').Append(table.Insert(filled.Select(field => field.Column)));
        var before = " (";
        foreach (var (column, value) in filled)
        {
            text.Append(before).Append(CultureInfo.InvariantCulture, $"@p{all.Count}");
            all.Add(column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value!);
            before = ", ";
        }

        text.Append(");");
    }
}
