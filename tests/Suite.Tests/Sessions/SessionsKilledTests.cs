using System.Text.Json;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>The sessions process is killed in the midst of an upload and of archiving: nothing half is left.</summary>
public abstract class SessionsKilledTests : IDisposable
{
    private const int Large = 48 << 20;
    private readonly ISuite suite;
    private readonly Cast cast;
    private readonly Desk desk;

    protected SessionsKilledTests(ISuite suite)
    {
        this.suite = suite;
        cast = new Cast(suite.Demo);
        desk = new Desk(suite, cast);
    }

    public void Dispose()
    {
        desk.Dispose();
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Upload_ProcessKilledHalfway_LeavesNoFileAndARepeatSucceeds()
    {
        await desk.PlanAsync();
        var query = $"?fileName=大文件.txt&requestId={Guid.CreateVersion7():n}";
        var blobs = Blobs();
        var body = new LongBody(Large, stopsAt: Large / 2);
        var upload = OutcomeAsync(() => desk.UploadAsync(query, body));
        await Wait.UntilAsync(() => Task.FromResult(Incoming().Any(file => file.Length > 1 << 20)), "half of the file to arrive");

        suite.Sessions.Kill();
        body.GoOn();
        var cutOff = await upload;
        await suite.Sessions.RestartAsync();
        var (files, left) = (await FilesAsync(), Blobs());
        var (status, text) = await desk.UploadAsync(query, new LongBody(Large));

        Assert.NotEqual(200, cutOff);
        Assert.Empty(files);
        Assert.Equal(blobs, left);
        Assert.True(status == 200, text);
        var file = Assert.Single(await FilesAsync());
        Assert.Equal([file.GetProperty("sha256").GetString()!], Blobs().Except(blobs));
    }

    [Fact]
    public async Task Archive_ProcessKilledWhileItIsWritten_IsWholeOrNotThereAndARepeatSucceeds()
    {
        await desk.PlanAsync();
        await desk.NotifyAsync();
        await desk.PostAsync($"{desk.Session}:hold", new { });
        await desk.CompleteAsync();
        var request = new { requestId = $"{Guid.CreateVersion7():n}" };
        var blobs = Blobs();
        var archiving = OutcomeAsync(async () =>
        {
            await desk.PostAsync($"{desk.Session}:archive", request);
            return (200, "");
        });
        // As soon as the first paper lies in the store the others are still to come.
        while (Blobs().SetEquals(blobs) && !archiving.IsCompleted)
        {
            await Task.Yield();
        }

        suite.Sessions.Kill();
        var outcome = await archiving;
        await suite.Sessions.RestartAsync();
        var state = (await desk.GetAsync(desk.Session)).GetProperty("state").GetString();
        var (checkedExit, checkedOutput) = await suite.RunVerbAsync("verify-archive");
        var archive = await desk.PostAsync($"{desk.Session}:archive", request);
        var (exitCode, output) = await suite.RunVerbAsync("verify-archive");

        Assert.Equal(outcome == 200 ? "SESSION_STATE_ARCHIVED" : state, state);
        Assert.Contains(state, new[] { "SESSION_STATE_COMPLETE", "SESSION_STATE_ARCHIVED" });
        Assert.True(checkedExit == 0, checkedOutput);
        Assert.Equal(state == "SESSION_STATE_ARCHIVED", checkedOutput.Contains(desk.Session, StringComparison.Ordinal));
        Assert.True(exitCode == 0, output);
        Assert.Contains($"OK   {desk.Session}/archive", output);
        var named = archive.GetProperty("items").EnumerateArray()
            .SelectMany(item => item.GetProperty("files").EnumerateArray().Append(item))
            .Select(item => item.GetProperty("sha256").GetString()!).Append(archive.GetProperty("indexSha256").GetString()!);
        Assert.Empty(named.Except(Blobs()));
    }

    private HashSet<string> Blobs() => System.IO.Directory.Exists(suite.Files)
        ? [.. System.IO.Directory.EnumerateFiles(suite.Files, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))] : [];

    private IEnumerable<FileInfo> Incoming()
    {
        var folder = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(suite.Files)!, "incoming"));
        return folder.Exists ? folder.EnumerateFiles() : [];
    }

    private async Task<List<JsonElement>> FilesAsync() =>
        [.. (await desk.GetAsync($"{desk.Session}/files")).GetProperty("files").EnumerateArray()];

    /// <summary>Status of the answer; 0 when the connection broke or the answer was a refusal.</summary>
    private static async Task<int> OutcomeAsync(Func<Task<(int Status, string Body)>> call)
    {
        try
        {
            return (await call()).Status;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or Xunit.Sdk.XunitException)
        {
            return 0;
        }
    }
}
