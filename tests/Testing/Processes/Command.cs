using System.Diagnostics;

namespace StudySuite.Testing.Processes;

/// <summary>Runs short commands to their end.</summary>
internal static class Command
{
    public static async Task RunAsync(string folder, string command, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{command} ended with {process.ExitCode}: {await output}{Environment.NewLine}{await errors}");
    }
}
