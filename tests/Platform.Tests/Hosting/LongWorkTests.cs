using Google.Api;
using StudySuite.Audit.V1;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Platform.Tests.Hosting;

public sealed class LongWorkTests
{
    /// <summary>Else it would go on, after its first wait, on the thread that serves the socket it waited for.</summary>
    [Fact]
    public async Task Run_StaysOnItsScheduler_AfterEachWait()
    {
        var (waits, seen) = (new TaskCompletionSource(), new List<TaskScheduler>());

        var work = LongWork.RunAsync(async () =>
        {
            seen.Add(TaskScheduler.Current);
            await waits.Task;
            seen.Add(TaskScheduler.Current);
            return 1;
        });
        waits.SetResult();

        Assert.Equal(1, await work);
        Assert.Equal(2, seen.Count);
        Assert.All(seen, scheduler => Assert.NotSame(TaskScheduler.Default, scheduler));
    }

    /// <summary>On SQLite a call holds its thread while it waits for the one that writes.</summary>
    [Fact]
    public async Task Run_MoreThatHoldTheirThreadThanProcessors_AllGoOn()
    {
        var count = Environment.ProcessorCount + 2;
        using var barrier = new Barrier(count);

        var met = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => LongWork.RunAsync(
            () => Task.FromResult(barrier.SignalAndWait(TimeSpan.FromMinutes(1))))));

        Assert.All(met, Assert.True);
    }

    [Fact]
    public async Task Run_AFault_IsTheCallers() =>
        await Assert.ThrowsAsync<TimeoutException>(() => LongWork.RunAsync<int>(() => throw new TimeoutException()));

    [Fact]
    public void Is_FilesAndImports_AndNothingElse()
    {
        Assert.True(LongWork.Is<HttpBody>("BulletinService/DownloadBulletin"));
        Assert.True(LongWork.Is<AuditEntry>("ActivityService/ImportActivities"));
        Assert.False(LongWork.Is<AuditEntry>("RollService/MarkAttendance"));
    }
}
