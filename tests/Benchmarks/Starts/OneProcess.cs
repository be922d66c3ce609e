using System.Diagnostics;
using System.Globalization;
using StudySuite.Benchmarks.Suites;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Starts;

/// <summary>The suite in one process on a folder of its own, started and stopped at will.</summary>
internal sealed class OneProcess : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-bench-").FullName;
    private readonly (int Http, int Grpc) ports = (FreePort.Next(), FreePort.Next());

    private Uri Web => new($"http://127.0.0.1:{ports.Http}/");

    /// <returns>The running process and the time from its start to its first good answer.</returns>
    public Task<(ServiceProcess Process, TimeSpan Time)> StartAsync() => StartAsync(new ServiceStart(
        Programs.Dll("standalone"), new Uri(Web, "/health/ready"))
    {
        Environment = new Dictionary<string, string>
        {
            ["Listen__HttpPort"] = ports.Http.ToString(CultureInfo.InvariantCulture),
            ["Listen__GrpcPort"] = ports.Grpc.ToString(CultureInfo.InvariantCulture),
            ["Database__Folder"] = folder,
        },
    });

    public static async Task<(ServiceProcess Process, TimeSpan Time)> StartAsync(ServiceStart what)
    {
        var since = Stopwatch.GetTimestamp();
        var starting = ServiceProcess.StartAsync(what);
        using var http = new HttpClient();
        while (!await AnswersAsync(http, what.Health))
        {
            if (starting.IsFaulted)
            {
                await starting;
            }

            await Task.Delay(5);
        }

        var time = Stopwatch.GetElapsedTime(since);
        return (await starting, time);
    }

    /// <summary>The county's year 2023 through the door.</summary>
    public Task<bool> ReplayAsync() => new Replay(
        new DemoSettings(
            Web, new Uri($"http://127.0.0.1:{ports.Grpc}/"),
            () => FirstPassword.In(File.ReadAllText(Path.Combine(folder, "first-login.txt"))), Path.Combine(folder, "demo-accounts.json")),
        TextWriter.Null).RunAsync(CancellationToken.None);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
