using System.Diagnostics;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests;

public sealed class ServiceProcessTests
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Testing.dll");
    private readonly Uri url = new($"http://127.0.0.1:{FreePort.Next()}/");
    private readonly HttpClient http = new();

    [Fact]
    public async Task Kill_ThenRestart_AnswersFromANewProcess()
    {
        await using var service = await ServiceProcess.StartAsync(new ServiceStart(Dll, url) { Arguments = ["answer", $"{url}"] });
        var before = await http.GetStringAsync(url);

        service.Kill();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(url));

        await service.RestartAsync();
        Assert.NotEqual(before, await http.GetStringAsync(url));
    }

    [Fact]
    public async Task Dispose_RunningService_LeavesNoProcess()
    {
        int process;
        await using (await ServiceProcess.StartAsync(new ServiceStart(Dll, url) { Arguments = ["answer", $"{url}"] }))
            process = int.Parse(await http.GetStringAsync(url));

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
    }

    [Fact]
    public async Task Start_ServiceEndsAtOnce_FailsWithItsLastWords()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServiceProcess.StartAsync(new ServiceStart(Dll, url) { Arguments = ["nonsense"] }));

        Assert.Contains("Usage: dotnet Testing.dll", failure.Message);
    }
}
