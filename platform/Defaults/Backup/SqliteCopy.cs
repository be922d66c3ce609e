using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StudySuite.Defaults.Backup;

/// <summary>A SQLite database by its own online backup, which sees one moment while others go on writing.</summary>
internal static class SqliteCopy
{
    public static async Task<IReadOnlyDictionary<string, BackupItem>> SaveAsync(
        string source, string file, CancellationToken cancellationToken)
    {
        File.Delete(file);
        await using (var from = new SqliteConnection(source))
        await using (var to = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await from.OpenAsync(cancellationToken);
            await to.OpenAsync(cancellationToken);
            from.BackupDatabase(to);
            // One file that can be copied away; the suite runs in write-ahead mode.
            await RunAsync(to, "pragma journal_mode = delete", cancellationToken);
        }

        return await ReadAsync(file, cancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, BackupItem>> ReadAsync(
        string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return await ReadAsync(connection, cancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, BackupItem>> RestoreAsync(
        string file, string target, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(new SqliteConnectionStringBuilder(target).DataSource) is { Length: > 0 } folder)
        {
            System.IO.Directory.CreateDirectory(folder);
        }

        await using var from = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await using var to = new SqliteConnection(target);
        await from.OpenAsync(cancellationToken);
        await to.OpenAsync(cancellationToken);
        from.BackupDatabase(to);
        await RunAsync(to, "pragma journal_mode = wal", cancellationToken);
        return await ReadAsync(to, cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, BackupItem>> ReadAsync(
        SqliteConnection connection, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupItem>();
        foreach (var table in await TablesAsync(connection, cancellationToken))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select * from \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var digest = new RowDigest();
            while (await rows.ReadAsync(cancellationToken))
            {
                digest.Add(string.Join('\u001f', Enumerable.Range(0, rows.FieldCount)
                    .Select(column => Text(rows.GetValue(column)))));
            }

            found[table] = digest.ToItem();
        }

        return found;
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection,
        CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' "
            + "and sql not like 'create virtual%' order by name";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "n",
        byte[] bytes => $"b{Convert.ToHexString(bytes)}",
        IFormattable number => $"v{number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"t{value}",
    };

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
