using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace StudySuite.Testing.Processes;

/// <summary>A child process that cannot outlive this one; guard.sh says how.</summary>
internal sealed class GuardedProcess : IDisposable
{
    private static readonly string Script = ReadScript();

    // Whoever drops a running process must not let the collector close our end of the pipe: the guard would fire.
    private static readonly ConcurrentDictionary<GuardedProcess, bool> Running = new();

    private readonly Process guard;

    private GuardedProcess(Process guard, string logFile)
    {
        this.guard = guard;
        LogFile = logFile;
        Running[this] = true;
    }

    public string LogFile { get; }

    /// <param name="start">Command, arguments, environment and working directory.</param>
    /// <param name="logFile">Takes what the process writes; appended to.</param>
    /// <param name="lastSignal">Sent when this process dies or disposes, e.g. KILL.</param>
    /// <param name="folder">Deleted once the process has ended.</param>
    public static GuardedProcess Start(
        ProcessStartInfo start, string logFile, string lastSignal = "KILL", string folder = "")
    {
        string[] guardArguments = ["-c", Script, "guard", logFile, lastSignal, folder, start.FileName];
        var arguments = guardArguments.Concat(start.ArgumentList).ToList();
        start.FileName = "bash";
        start.ArgumentList.Clear();
        arguments.ForEach(start.ArgumentList.Add);
        start.RedirectStandardInput = true;

        return new GuardedProcess(Process.Start(start)!, logFile);
    }

    /// <summary>Sends a signal and returns at once. Only the first counts; after 15 s comes SIGKILL by itself.</summary>
    public void Signal(string name)
    {
        try
        {
            guard.StandardInput.WriteLine(name);
            guard.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The process, and its guard with it, has ended already: nobody is left to signal.
        }
    }

    /// <summary>Of the processes that the guard has started.</summary>
    public IEnumerable<int> Children => File.ReadAllText($"/proc/{guard.Id}/task/{guard.Id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    public Task WaitForExitAsync() => guard.WaitForExitAsync();

    public void WaitForExit() => guard.WaitForExit();

    /// <summary>Waits until the process is of use.</summary>
    /// <exception cref="InvalidOperationException">It ended, or the deadline passed; with the end of its log.</exception>
    public async Task ReadyAsync(Func<Task<bool>> isReady, string what, TimeSpan deadline)
    {
        try
        {
            await Wait.UntilAsync(async () => await isReady() || guard.HasExited, what, deadline);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"{e.Message}. {LogTail()}");
        }

        if (guard.HasExited)
            throw new InvalidOperationException($"Ended while starting: {what}. {LogTail()}");
    }

    public void Dispose()
    {
        if (!Running.TryRemove(this, out _))
            return;

        if (!guard.HasExited)
        {
            try
            {
                guard.StandardInput.Close();
            }
            catch (IOException)
            {
                // As in Signal.
            }

            guard.WaitForExit();
        }

        guard.Dispose();
    }

    private string LogTail()
    {
        var lines = File.Exists(LogFile) ? File.ReadAllLines(LogFile) : [];
        return $"{LogFile}:{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(30))}";
    }

    private static string ReadScript()
    {
        using var resource = typeof(GuardedProcess).Assembly.GetManifestResourceStream("guard.sh")!;
        return new StreamReader(resource).ReadToEnd();
    }
}
