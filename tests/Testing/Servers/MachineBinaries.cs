namespace StudySuite.Testing.Servers;

/// <summary>Finds programs where packages put them; Debian keeps servers out of the PATH.</summary>
internal static class MachineBinaries
{
    /// <returns>The full path of the program, or null. Folders of packages win over the PATH, newest version first.</returns>
    public static string? Find(string program, string packageFolders = "")
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var folders = packageFolders.Split(':', StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand)
            .Concat(path.Split(':', StringSplitOptions.RemoveEmptyEntries));

        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    /// <summary>Expands one <c>*</c> that stands for a version, as in /usr/lib/postgresql/*/bin.</summary>
    private static IEnumerable<string> Expand(string pattern)
    {
        if (pattern.Split("/*/") is not [var root, var rest])
            return [pattern];

        return !System.IO.Directory.Exists(root)
            ? []
            : System.IO.Directory.GetDirectories(root)
                .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
                .Select(folder => Path.Combine(folder, rest));
    }
}
