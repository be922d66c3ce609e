using System.Diagnostics;

namespace StudySuite.Suite.Tests;

/// <summary>Where the programs under test lie, as the solution's build leaves them.</summary>
internal static class Output
{
    public static string Root { get; } = FindRoot();

    /// <param name="folder">Folder of the project, such as <c>services/planning</c>.</param>
    public static string Dll(string folder, string name) => Dll(Root, folder, name);

    /// <param name="root">Of another checkout, built alike.</param>
    public static string Dll(string root, string folder, string name) =>
        Path.Combine(root, folder, "bin", Configuration, "net10.0", $"{name}.dll");

    /// <summary>To its end, with all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StudySuite.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("StudySuite.sln is not above the tests.");
        }

        return folder;
    }
}
