using System.Diagnostics;

namespace StudySuite.Suite.Tests;

/// <summary>A command of a program beside the running suite, as county IT types it.</summary>
internal static class Verb
{
    /// <returns>What it printed; it must end well.</returns>
    public static async Task<string> RunAsync(string dll, IReadOnlyDictionary<string, string> settings, string verb)
    {
        var start = new ProcessStartInfo("dotnet", [dll, verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{dll} {verb}: {await output} {await errors}");
        return await output;
    }
}
