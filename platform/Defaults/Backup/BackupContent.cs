using System.Text.Json;

namespace StudySuite.Defaults.Backup;

/// <summary>
/// What a part of a backup holds: <c>{part}.json</c>, written last, so that a broken-off backup has none.
/// </summary>
/// <param name="Part">The service's one word, or <c>sessions-files</c>.</param>
/// <param name="Kind"><c>Postgres</c>, <c>Sqlite</c> or <c>Files</c>: a backup goes back into the kind it came
/// from.</param>
/// <param name="Schema">The last migration of the database; empty for files.</param>
/// <param name="Items">Tables or files, by name.</param>
/// <param name="Counters">PostgreSQL: the last value of each sequence, by <c>table.column</c>.</param>
public sealed record BackupContent(
    string Part, string Kind, string Schema, DateTimeOffset MadeAt,
    IReadOnlyDictionary<string, BackupItem> Items, IReadOnlyDictionary<string, long> Counters)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public long Rows => Items.Values.Sum(item => item.Count);

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Path.Combine(folder, $"{Part}.json"));
        await JsonSerializer.SerializeAsync(file, this, Json, cancellationToken);
    }

    /// <summary>Null when the folder holds no whole backup of that part.</summary>
    public static async Task<BackupContent?> ReadAsync(string folder, string part, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{part}.json");
        if (!File.Exists(path))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<BackupContent>(file, Json, cancellationToken);
    }

    /// <summary>Names of what differs from this content: another count or hash, or on one side only.</summary>
    public IReadOnlyList<string> DifferencesFrom(IReadOnlyDictionary<string, BackupItem> found) =>
        [.. Items.Keys.Union(found.Keys)
            .Where(name => Items.GetValueOrDefault(name) != found.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
}

/// <param name="Count">Rows of a table, bytes of a file.</param>
/// <param name="Hash">Of a table: see <see cref="RowDigest"/>; of a file: SHA-256.</param>
public sealed record BackupItem(long Count, string Hash);
