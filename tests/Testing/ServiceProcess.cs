using System.Diagnostics;
using System.Globalization;
using StudySuite.Testing.Processes;

namespace StudySuite.Testing;

/// <summary>What to run: a service as county IT runs it, in a process of its own.</summary>
/// <param name="Dll">Path of the service's assembly, e.g. beside the test's own: services are copied there.</param>
/// <param name="Health">Answers 2xx once the service is ready.</param>
public sealed record ServiceStart(string Dll, Uri Health)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);
}

/// <summary>A service in a child process, which ends with this process at the latest.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private readonly ServiceStart what;
    private GuardedProcess process;

    private ServiceProcess(ServiceStart what)
    {
        this.what = what;
        var folder = Environment.GetEnvironmentVariable("STUDYSUITE_TEST_RESULTS")
            ?? Path.Combine(AppContext.BaseDirectory, "TestResults");
        System.IO.Directory.CreateDirectory(folder);
        var name = Path.GetFileNameWithoutExtension(what.Dll);
        LogFile = Path.Combine(folder, $"{name}-{Guid.CreateVersion7():N}.log");
        process = Launch();
    }

    /// <summary>What the service wrote, over all its restarts. Kept after the test.</summary>
    public string LogFile { get; }

    /// <summary>Returns when the service answers as healthy.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not answer in time; with its log.</exception>
    public static async Task<ServiceProcess> StartAsync(ServiceStart what)
    {
        var service = new ServiceProcess(what);
        await service.HealthyOrDisposedAsync();
        return service;
    }

    /// <summary>Most bytes of memory that it has held at once.</summary>
    public long PeakMemory() => MostOf("VmHWM:");

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory() => MostOf("VmRSS:");

    /// <summary>SIGKILL: no goodbye, as when the power goes. Returns when the process is gone.</summary>
    public void Kill()
    {
        process.Signal("KILL");
        process.WaitForExit();
    }

    /// <summary>SIGTERM, as a container engine stops a service. Returns when the process has ended.</summary>
    public async Task StopAsync()
    {
        process.Signal("TERM");
        await process.WaitForExitAsync();
    }

    /// <summary>Starts it again, killing it first if it still runs, and waits until it is healthy.</summary>
    public async Task RestartAsync()
    {
        process.Dispose();
        process = Launch();
        await HealthyOrDisposedAsync();
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private long MostOf(string field) => process.Children
        .SelectMany(id => File.ReadLines($"/proc/{id}/status"))
        .Where(line => line.StartsWith(field, StringComparison.Ordinal))
        .Max(line => long.Parse(line[field.Length..^"kB".Length], CultureInfo.InvariantCulture) << 10);

    private GuardedProcess Launch()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [what.Dll, .. what.Arguments]);
        foreach (var (name, value) in what.Environment)
            start.Environment[name] = value;

        return GuardedProcess.Start(start, LogFile);
    }

    private async Task HealthyOrDisposedAsync()
    {
        // The default handler goes to HTTP/1.1, and health answers there on every service.
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            await process.ReadyAsync(() => IsHealthyAsync(http), $"{what.Dll} answers at {what.Health}", what.Deadline);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private async Task<bool> IsHealthyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(what.Health);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
