using System.Runtime.InteropServices;

namespace StudySuite.Demo.Load;

/// <summary>
/// Load on a suite that was replayed before, from now to SIGTERM; then the count. What
/// fails on the way is repeated with its request id.
/// </summary>
internal static class LoadVerb
{
    /// <returns>0 when no call failed for good and every accepted write took effect once.</returns>
    public static async Task<int> RunAsync(DemoSettings settings, int perSecond, TextWriter output)
    {
        using var end = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            end.Cancel();
        });
        using var load = new LoadRun(settings, [settings.Web], [settings.Grpc], isPatient: true);
        await load.PrepareAsync();
        await output.WriteLineAsync("load has begun");
        await load.RunAsync(perSecond, end.Token);
        await output.WriteLineAsync(load.ToString());

        var wrong = load.Failures.Concat(await load.DifferencesAsync()).ToList();
        foreach (var line in wrong)
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync(
            wrong.Count == 0 ? "every accepted write took effect once" : $"{wrong.Count} differences");
        return wrong.Count == 0 ? 0 : 1;
    }
}
