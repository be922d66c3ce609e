using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace StudySuite.Defaults.Database;

/// <summary>What an insert of an entity writes, for rows that go past the change tracker.</summary>
internal sealed class TableColumns
{
    private static readonly ConcurrentDictionary<IEntityType, TableColumns> Known = new();

    private readonly string table;
    private readonly Dictionary<IProperty, string> names;

    private TableColumns(IEntityType type, ISqlGenerationHelper sql)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        table = sql.DelimitIdentifier(store.Name, store.Schema);
        Columns = [.. type.GetProperties().Where(property => !IsCountedByTheDatabase(property))];
        names = Columns.ToDictionary(column => column, column => sql.DelimitIdentifier(column.GetColumnName(store)!));
    }

    /// <summary>All but a key that the database counts.</summary>
    public IReadOnlyList<IProperty> Columns { get; }

    public static TableColumns Of<T>(DbContext db)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return Known.TryGetValue(type, out var known)
            ? known
            : Known.GetOrAdd(type, new TableColumns(type, db.GetService<ISqlGenerationHelper>()));
    }

    /// <summary>The statement up to and with <c>values</c>.</summary>
    public string Insert(IEnumerable<IProperty> columns) =>
        $"insert into {table} ({string.Join(", ", columns.Select(column => names[column]))}) values";

    private static bool IsCountedByTheDatabase(IProperty property) =>
        property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long);
}
