using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Backup;

/// <summary>
/// <c>backup --to FOLDER</c>: everything the process's services must not lose, with counts and hashes. May run beside
/// the services. A line for each part, exit code 0 when all of it is written and read back alike.
/// </summary>
internal sealed class BackupVerb(IEnumerable<IBackupPart> parts) : ISuiteVerb
{
    public string Name => "backup";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Arguments.FolderAfter(args, "--to");
        System.IO.Directory.CreateDirectory(folder);
        // Rows first: a row names its files, and files that nothing names do no harm.
        foreach (var part in parts.OrderBy(part => part.Part.Contains('-', StringComparison.Ordinal)))
        {
            if (File.Exists(Path.Combine(folder, $"{part.Part}.json")))
            {
                throw new StartupError(
                    $"文件夹“{folder}”中已有 {part.Part} 的备份，请指定新的文件夹。",
                    $"\"{folder}\" holds a backup of {part.Part} already: name a new folder.");
            }

            var content = await part.SaveAsync(folder, cancellationToken);
            var differing = content.DifferencesFrom(await part.ReadSavedAsync(folder, content, cancellationToken));
            if (differing.Count > 0)
            {
                await output.WriteLineAsync($"BAD  {part.Part}: 写入后读回不一致 / read back otherwise: {string.Join(", ", differing)}");
                return 1;
            }

            await content.WriteAsync(folder, cancellationToken);
            await output.WriteLineAsync($"OK   {part.Part}: {content.Items.Count} / {content.Rows} {content.Schema}");
        }

        return 0;
    }
}

internal static class Arguments
{
    public static string FolderAfter(IReadOnlyList<string> args, string name)
    {
        var at = args.ToList().IndexOf(name);
        return at >= 0 && at + 1 < args.Count && args[at + 1].Length > 0
            ? Path.GetFullPath(args[at + 1])
            : throw new StartupError($"缺少参数 {name} 文件夹。", $"{name} FOLDER is missing.");
    }
}
