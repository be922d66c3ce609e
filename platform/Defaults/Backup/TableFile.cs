using System.IO.Compression;
using System.Text;

namespace StudySuite.Defaults.Backup;

/// <summary>A table's rows in PostgreSQL's text form, one a line, compressed: <c>{table}.copy.gz</c>.</summary>
internal static class TableFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task<BackupItem> WriteAsync(
        string folder, string table, TextReader rows, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(
            new GZipStream(File.Create(PathOf(folder, table)), CompressionLevel.Fastest), Utf8) { NewLine = "\n" };
        return await PassAsync(rows, row => file.WriteLineAsync(row), cancellationToken);
    }

    public static async Task<BackupItem> ReadAsync(
        string folder, string table, Func<string, Task> onRow, CancellationToken cancellationToken)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(PathOf(folder, table)),
            CompressionMode.Decompress), Utf8);
        return await PassAsync(file, onRow, cancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, BackupItem>> ReadAllAsync(
        string folder, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupItem>();
        foreach (var table in tables.Where(table => File.Exists(PathOf(folder, table))))
        {
            found[table] = await ReadAsync(folder, table, _ => Task.CompletedTask, cancellationToken);
        }

        return found;
    }

    public static async Task<BackupItem> PassAsync(TextReader rows, Func<string, Task> onRow,
        CancellationToken cancellationToken)
    {
        var digest = new RowDigest();
        while (await rows.ReadLineAsync(cancellationToken) is { } row)
        {
            digest.Add(row);
            await onRow(row);
        }

        return digest.ToItem();
    }

    private static string PathOf(string folder, string table) => Path.Combine(folder, $"{table}.copy.gz");
}
