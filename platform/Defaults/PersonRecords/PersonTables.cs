using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;

namespace StudySuite.Defaults.PersonRecords;

/// <summary>A row of the person's own.</summary>
internal sealed record OwnRow(string Table, IReadOnlyDictionary<string, object?> Values);

/// <summary>A row that names the person, by its key and the columns that do.</summary>
internal sealed record Mention(string Table, IReadOnlyDictionary<string, object?> Key, IReadOnlyList<string> As);

/// <summary>
/// Looks for a person in every table of a database: as an id or <c>people/{id}</c> in a text column, and in quotes inside
/// a column that holds JSON. All names in the statements are the model's.
/// </summary>
internal sealed class PersonTables(DbContext db, string person)
{
    // Technical, gone after days; the audit trail is read for itself.
    private static readonly Type[] Left =
        [typeof(OutboxMessage), typeof(InboxMessage), typeof(RequestLogEntry), typeof(AuditEntry), typeof(AuditCheckpoint)];

    private readonly string name = $"people/{person}";

    public async Task<(List<OwnRow> Own, List<Mention> Mentions)> ReadAsync(CancellationToken cancellationToken)
    {
        var (own, mentions) = (new List<OwnRow>(), new List<Mention>());
        await db.Database.OpenConnectionAsync(cancellationToken);
        var searched = db.Model.GetEntityTypes().Where(IsSearched).OrderBy(type => type.GetTableName(), StringComparer.Ordinal);
        foreach (var type in searched)
        {
            await ReadAsync(type, own, mentions, cancellationToken);
        }

        await db.Database.CloseConnectionAsync();
        return (own, mentions);
    }

    private static bool IsSearched(IEntityType type) =>
        type.GetTableName() is not null && type.FindPrimaryKey() is not null && !Left.Contains(type.ClrType);

    private async Task ReadAsync(
        IEntityType type, List<OwnRow> own, List<Mention> mentions, CancellationToken cancellationToken)
    {
        var table = type.GetTableName()!;
        var columns = type.GetProperties().Select(property => new PersonColumn(property)).ToList();
        var conditions = columns.Select(column => column.Condition).OfType<string>().ToList();
        if (conditions.Count == 0)
        {
            return;
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        var read = string.Join(", ", columns.Select(column => column.Quoted));
        command.CommandText = $"select {read} from \"{table}\" where {string.Join(" or ", conditions)}";
        Add(command, "id", person);
        Add(command, "name", name);
        Add(command, "json_id", $"%\"{person}\"%");
        Add(command, "json_name", $"%\"{name}\"%");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var values = columns.Select((column, i) => (Column: column, Raw: rows.IsDBNull(i) ? null : rows.GetValue(i))).ToList();
            var naming = values.FindAll(value => value.Column.Condition is not null && value.Raw is string text && Names(text));
            // An underscore in an id matches any letter there.
            if (naming.Exists(value => value.Column.IsOwner))
            {
                own.Add(new OwnRow(table, Read(values)));
            }
            else if (naming.Count > 0)
            {
                var key = values.FindAll(value => value.Column.IsKey);
                mentions.Add(new Mention(table, Read(key), naming.ConvertAll(value => value.Column.Name)));
            }
        }
    }

    private static Dictionary<string, object?> Read(List<(PersonColumn Column, object? Raw)> values) =>
        values.ToDictionary(value => value.Column.Name, value => value.Column.Read(value.Raw));

    private bool Names(string text) => text == person || text == name
        || text.Contains($"\"{person}\"", StringComparison.Ordinal) || text.Contains($"\"{name}\"", StringComparison.Ordinal);

    private static void Add(DbCommand command, string parameter, string value)
    {
        var added = command.CreateParameter();
        (added.ParameterName, added.Value) = (parameter, value);
        command.Parameters.Add(added);
    }
}

/// <summary>A column, and how a person is found in it.</summary>
internal sealed class PersonColumn
{
    private readonly IProperty property;

    public PersonColumn(IProperty property)
    {
        this.property = property;
        var isText = property.ClrType == typeof(string);
        var isJson = !isText && property.GetTypeMapping().Converter?.ProviderClrType == typeof(string);
        Condition = isText ? $"{Quoted} in (@id, @name)"
            : isJson ? $"{Quoted} like @json_id or {Quoted} like @json_name"
            : null;
    }

    public string Name => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public string Quoted => $"\"{property.GetColumnName()}\"";

    /// <summary>Null for what cannot hold a person.</summary>
    public string? Condition { get; }

    /// <summary>The row is the person's, not only about something that the person did.</summary>
    public bool IsOwner => property is { Name: "Person", DeclaringType: IEntityType };

    public bool IsKey => property.IsPrimaryKey();

    /// <summary>As the service's code sees the value, the same from either database.</summary>
    public object? Read(object? raw)
    {
        if (raw is null)
        {
            return null;
        }

        var converter = property.GetTypeMapping().Converter;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return converter is not null && type != typeof(bool)
            ? converter.ConvertFromProvider(Convert.ChangeType(raw, converter.ProviderClrType, CultureInfo.InvariantCulture))
            : type == typeof(bool) ? Convert.ToBoolean(raw, CultureInfo.InvariantCulture)
            : raw;
    }
}
