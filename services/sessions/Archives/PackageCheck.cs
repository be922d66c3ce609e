using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace StudySuite.Sessions.Archives;

/// <summary>Checks a package file by itself: nothing missing, nothing added, every hash as listed, the index as its files.</summary>
internal static class PackageCheck
{
    /// <param name="Archive">Name of the archive, empty when the index could not be read.</param>
    /// <param name="IndexSha256">Hash of the index in the package.</param>
    /// <param name="Wrong">What is wrong, one sentence each.</param>
    internal sealed record Finding(string Archive, string IndexSha256, int Files, IReadOnlyList<string> Wrong);

    public static async Task<Finding> RunAsync(string path, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        try
        {
            await using var file = File.OpenRead(path);
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var listed = await ListedAsync(zip, wrong, cancellationToken);
            var names = zip.Entries.Select(entry => entry.FullName).Where(name => name != ArchivePackage.HashesName).ToList();
            wrong.AddRange(names.Except(listed.Keys).Select(name => $"未登记的文件 / not listed: {name}"));
            wrong.AddRange(listed.Keys.Except(names).Select(name => $"缺少文件 / missing: {name}"));
            wrong.AddRange(names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"重复的文件 / twice: {same.Key}"));
            foreach (var entry in zip.Entries.Where(entry => listed.ContainsKey(entry.FullName)))
            {
                await using var bytes = entry.Open();
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
                if (hash != listed[entry.FullName])
                {
                    wrong.Add($"校验值不符 / hash differs: {entry.FullName}");
                }
            }

            var (archive, named) = await IndexAsync(zip, wrong, cancellationToken);
            wrong.AddRange(named.Except(listed.Values).Select(hash => $"目录所列文件不在包内 / in the index, not in the package: {hash}"));
            return new Finding(archive, listed.GetValueOrDefault(ArchivePackage.IndexName, ""), names.Count, wrong);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Finding("", "", 0, [.. wrong, $"无法读取 / cannot be read: {error.Message}"]);
        }
    }

    private static async Task<Dictionary<string, string>> ListedAsync(
        ZipArchive zip, List<string> wrong, CancellationToken cancellationToken)
    {
        var listed = new Dictionary<string, string>();
        if (zip.GetEntry(ArchivePackage.HashesName) is not { } entry)
        {
            wrong.Add($"没有 {ArchivePackage.HashesName} / no {ArchivePackage.HashesName}");
            return listed;
        }

        using var reader = new StreamReader(entry.Open());
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length < 67 || line[64..66] != "  " || !listed.TryAdd(line[66..], line[..64]))
            {
                wrong.Add($"{ArchivePackage.HashesName}: {line}");
            }
        }

        return listed;
    }

    private static async Task<(string Archive, List<string> Hashes)> IndexAsync(
        ZipArchive zip, List<string> wrong, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(ArchivePackage.IndexName) is not { } entry)
        {
            return ("", []);
        }

        try
        {
            await using var bytes = entry.Open();
            using var index = await JsonDocument.ParseAsync(bytes, cancellationToken: cancellationToken);
            var items = index.RootElement.GetProperty("items").EnumerateArray().ToList();
            var files = items.SelectMany(item => item.TryGetProperty("files", out var found) ? [.. found.EnumerateArray()] : Array.Empty<JsonElement>());
            return (index.RootElement.GetProperty("archive").GetString()!,
                [.. items.Concat(files).Select(named => named.GetProperty("sha256").GetString()!)]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            wrong.Add($"{ArchivePackage.IndexName}: {error.Message}");
            return ("", []);
        }
    }
}
