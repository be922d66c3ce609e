using System.Text.RegularExpressions;

namespace StudySuite.Platform.Tests.Architecture;

/// <param name="Path">From the root of the repository, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    /// <summary>Second part of the path: the service of a file in services/.</summary>
    public string Service => Path.Split('/')[1];
}

/// <summary>The repository this test was built from, without what is generated.</summary>
internal static partial class SourceTree
{
    private static readonly string Root = FindRoot();

    /// <summary>
    /// Files in that folder (all of them when empty) with that ending. A rule that looks at nothing holds always: a
    /// caller says how many files there are at the least.
    /// </summary>
    public static List<SourceFile> Files(string folder, string ending, int atLeast)
    {
        var files = System.IO.Directory.EnumerateFiles(Path.Combine(Root, folder), $"*{ending}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !Generated().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))
            .ToList();
        Assert.True(files.Count >= atLeast, $"Only {files.Count} files *{ending} in {folder}/: the rule looks in the wrong place.");
        return files;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StudySuite.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("StudySuite.sln is in no folder above the test.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("(^|/)(bin|obj|Migrations|node_modules|\\.[^/]*)/")]
    private static partial Regex Generated();
}
