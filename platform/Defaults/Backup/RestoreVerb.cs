using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Backup;

/// <summary>
/// <c>restore --from FOLDER</c>: into empty databases, or with <c>--replace</c> over what is there; services must be
/// stopped. <c>--check</c> only reads the backup. <c>--as-it-was</c> leaves out sending again what had been sent in the
/// hour before. Exit code 0 when counts and hashes afterwards are those of the backup.
/// </summary>
internal sealed class RestoreVerb(IEnumerable<IBackupPart> parts, IEnumerable<ISavedDatabase> databases) : ISuiteVerb
{
    public string Name => "restore";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Arguments.FolderAfter(args, "--from");
        var isGood = true;
        var contents = new List<(IBackupPart Part, BackupContent Content)>();
        foreach (var part in parts)
        {
            var content = await BackupContent.ReadAsync(folder, part.Part, cancellationToken)
                ?? throw new StartupError(
                    $"“{folder}”中没有 {part.Part} 的完整备份。", $"\"{folder}\" holds no whole backup of {part.Part}.");
            contents.Add((part, content));
            isGood &= await ReportAsync(
                output, "saved", content, await part.ReadSavedAsync(folder, content, cancellationToken));
        }

        if (!isGood || args.Contains("--check"))
        {
            return isGood ? 0 : 1;
        }

        foreach (var part in args.Contains("--replace") ? [] : parts)
        {
            if (!await part.IsEmptyAsync(cancellationToken))
            {
                throw new StartupError(
                    $"{part.Part} 中已有数据。确认要用备份覆盖时，请加上 --replace。",
                    $"There are data in {part.Part}. Add --replace to put the backup in their place.");
            }
        }

        foreach (var (part, content) in contents)
        {
            isGood &= await ReportAsync(
                output, "restored", content, await part.RestoreAsync(folder, content, cancellationToken));
        }

        foreach (var database in isGood ? databases : [])
        {
            await database.NoteRestoreAsync(folder, cancellationToken);
            if (!args.Contains("--as-it-was"))
            {
                await output.WriteLineAsync(
                    $"OK   {database.Part}: 重发 / sent again {await database.ResendAsync(cancellationToken)}");
            }
        }

        return isGood ? 0 : 1;
    }

    private static async Task<bool> ReportAsync(
        TextWriter output, string what, BackupContent content, IReadOnlyDictionary<string, BackupItem> found)
    {
        var differing = content.DifferencesFrom(found);
        await output.WriteLineAsync(differing.Count == 0
            ? $"OK   {content.Part} {what}: {content.Items.Count} / {content.Rows} {content.Schema}"
            : $"BAD  {content.Part} {what}: 与备份清单不符 / not what the backup says: {string.Join(", ", differing)}");
        return differing.Count == 0;
    }
}

/// <summary>The database of one service, for a process that holds several.</summary>
internal interface ISavedDatabase
{
    string Part { get; }

    Task<int> ResendAsync(CancellationToken cancellationToken);

    /// <summary>Tells in the restored audit trail that it was restored, and from where.</summary>
    Task NoteRestoreAsync(string folder, CancellationToken cancellationToken);
}
