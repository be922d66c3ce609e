using System.Diagnostics;

namespace StudySuite.Benchmarks.Suites;

/// <summary>The programs as the build in Release leaves them.</summary>
internal static class Programs
{
    public static string Root { get; } = FindRoot();

    public static string Dll(string name) => Path.Combine(
        Root, name is "gateway" or "web" or "standalone" ? name : Path.Combine("services", name), "bin", Configuration, "net10.0",
        $"{char.ToUpperInvariant(name[0])}{name[1..]}.dll");

    /// <summary>To its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It did not end well; with what it printed.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var all = await output + await errors;
        return process.ExitCode == 0
            ? all
            : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {all}");
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StudySuite.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("StudySuite.sln is not above the benchmarks.");
        }

        return folder;
    }
}
