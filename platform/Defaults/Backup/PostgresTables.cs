using System.Data;
using Npgsql;

namespace StudySuite.Defaults.Backup;

/// <summary>
/// All tables of a database by COPY over the ordinary connection: no tool of a certain version must be installed beside
/// the program, and servers of PostgreSQL's family are served alike.
/// </summary>
internal sealed class PostgresTables : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private PostgresTables(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PostgresTables> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var tables = new PostgresTables(new NpgsqlConnection(connectionString));
        await tables.connection.OpenAsync(cancellationToken);
        // One way to write a value, whatever the server's settings.
        await tables.RunAsync(
            "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; "
            + "set bytea_output = 'hex'; set extra_float_digits = 1; set lock_timeout = '30s'",
            cancellationToken);
        return tables;
    }

    /// <summary>One moment for all tables, while others go on writing.</summary>
    public async Task<(Dictionary<string, BackupItem> Items, Dictionary<string, long> Counters)> SaveAsync(
        string folder, CancellationToken cancellationToken)
    {
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead,
            cancellationToken);
        var items = new Dictionary<string, BackupItem>();
        foreach (var table in await TablesAsync(cancellationToken))
        {
            using var rows = await connection.BeginTextExportAsync(await CopyOutAsync(table, cancellationToken),
                cancellationToken);
            items[table] = await TableFile.WriteAsync(folder, table, rows, cancellationToken);
        }

        return (items, await CountersAsync(cancellationToken));
    }

    /// <summary>Into the tables of the right schema; what the migrations put there goes first.</summary>
    public async Task<IReadOnlyDictionary<string, BackupItem>> RestoreAsync(
        string folder, BackupContent content, CancellationToken cancellationToken)
    {
        await using var whole = await connection.BeginTransactionAsync(cancellationToken);
        var tables = await TablesAsync(cancellationToken);
        await RunAsync($"truncate {string.Join(", ", tables.Select(Quote))}", cancellationToken);
        foreach (var table in Ordered(tables, await ReferencesAsync(cancellationToken)))
        {
            await using var import = await connection.BeginTextImportAsync(
                $"copy {Quote(table)} ({await ColumnsAsync(table, cancellationToken)}) from stdin", cancellationToken);
            await TableFile.ReadAsync(folder, table, async row =>
            {
                await import.WriteAsync(row.AsMemory(), cancellationToken);
                await import.WriteAsync('\n');
            }, cancellationToken);
        }

        foreach (var (counter, value) in content.Counters)
        {
            var (table, column) = (counter.Split('.')[0], counter.Split('.')[1]);
            await RunAsync($"select setval(pg_get_serial_sequence('{Quote(table)}', '{column}'), {value})",
                cancellationToken);
        }

        var found = new Dictionary<string, BackupItem>();
        foreach (var table in tables)
        {
            using var rows = await connection.BeginTextExportAsync(await CopyOutAsync(table, cancellationToken),
                cancellationToken);
            found[table] = await TableFile.PassAsync(rows, _ => Task.CompletedTask, cancellationToken);
        }

        if (content.DifferencesFrom(found).Count == 0)
        {
            await whole.CommitAsync(cancellationToken);
        }

        return found;
    }

    public async Task DropAsync(CancellationToken cancellationToken)
    {
        var tables = await TablesAsync(cancellationToken);
        if (tables.Count > 0)
        {
            await RunAsync($"drop table {string.Join(", ", tables.Select(Quote))} cascade", cancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private Task<List<string>> TablesAsync(CancellationToken cancellationToken) => ReadAsync(
        "select relname::text from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' "
        + "order by relname",
        row => row.GetString(0), cancellationToken);

    private async Task<string> ColumnsAsync(string table, CancellationToken cancellationToken) =>
        string.Join(", ", await ReadAsync(
        "select attname::text from pg_attribute where attrelid = '" + Quote(table)
        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attname",
        row => Quote(row.GetString(0)), cancellationToken));

    private async Task<string> CopyOutAsync(string table, CancellationToken cancellationToken) =>
        $"copy (select {await ColumnsAsync(table, cancellationToken)} from {Quote(table)}) to stdout";

    private Task<List<(string From, string To)>> ReferencesAsync(CancellationToken cancellationToken) => ReadAsync(
        "select a.relname::text, b.relname::text from pg_constraint c join pg_class a on a.oid = c.conrelid "
        + "join pg_class b on b.oid = c.confrelid where c.contype = 'f' and a.oid <> b.oid",
        row => (row.GetString(0), row.GetString(1)), cancellationToken);

    private async Task<Dictionary<string, long>> CountersAsync(CancellationToken cancellationToken) => (await ReadAsync(
        "select t.relname || '.' || a.attname, pg_sequence_last_value(s.oid) from pg_depend d "
        + "join pg_class s on s.oid = d.objid join pg_class t on t.oid = d.refobjid "
        + "join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid "
        + "where s.relkind = 'S' and d.deptype in ('a', 'i') and t.relnamespace = current_schema()::regnamespace",
        row => (Name: row.GetString(0), Last: row.IsDBNull(1) ? 0 : row.GetInt64(1)), cancellationToken))
        .Where(counter => counter.Last > 0).ToDictionary(counter => counter.Name, counter => counter.Last);

    /// <summary>A table comes after those it refers to.</summary>
    internal static List<string> Ordered(IReadOnlyCollection<string> tables,
        IReadOnlyCollection<(string From, string To)> references)
    {
        var ordered = new List<string>();
        while (ordered.Count < tables.Count)
        {
            var next = tables.Except(ordered)
                .Where(table => references.All(reference => reference.From != table || ordered.Contains(reference.To)))
                    .ToList();
            ordered.AddRange(next.Count > 0
                ? next
                : throw new InvalidOperationException(
                    $"Tables refer to each other in a circle: {string.Join(", ", tables.Except(ordered))}"));
        }

        return ordered;
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> map,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Names come from the catalogue or from a backup; both are quoted alike.
    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
