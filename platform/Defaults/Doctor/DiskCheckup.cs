using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Doctor;

/// <summary>A folder that a service writes to, and the setting that names it.</summary>
public sealed record WrittenFolder(string Setting, string Folder);

/// <summary>The folders that are written to: there, writable, with room.</summary>
internal sealed class DiskCheckup(
    IOptions<DatabaseOptions> database, IEnumerable<ISuiteDatabase> databases, IEnumerable<WrittenFolder> others)
        : ICheckup
{
    private const long Least = 1L << 30;

    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folders = others.Distinct().Prepend(new WrittenFolder("TMPDIR", Path.GetTempPath()));
        if (databases.Any() && database.Value.Provider == DatabaseProvider.Sqlite)
        {
            folders = folders.Append(new WrittenFolder("Database:Folder", database.Value.Folder));
        }

        foreach (var (setting, folder) in folders)
        {
            yield return Examine(setting, Path.GetFullPath(folder));
        }
    }

    private static Finding Examine(string setting, string folder)
    {
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".doctor-{Guid.CreateVersion7():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(
                $"disk {folder}", $"不可写：{error.Message} 请检查设置 {setting} 及文件夹权限。",
                $"Cannot be written: {error.Message} Check setting {setting} and the folder's owner.");
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        return free >= Least
            ? Finding.Good($"disk {folder}", $"{free >> 30} GiB")
            : Finding.Warning(
                $"disk {folder}", $"剩余空间仅 {free >> 20} MiB。请清理或扩容。", $"Only {free >> 20} MiB are free: clean up or enlarge.");
    }
}
