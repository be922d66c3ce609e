using StudySuite.Testing;

namespace StudySuite.Platform.Tests;

public sealed class WaitTests
{
    [Fact]
    public async Task Until_ConditionTurnsTrue_Returns()
    {
        var asked = 0;

        await Wait.UntilAsync(() => Task.FromResult(++asked == 3), "asked three times");

        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Until_DeadlinePasses_FailsWithWhatWasAwaited()
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(() =>
            Wait.UntilAsync(() => Task.FromResult(false), "pigs fly", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("pigs fly", failure.Message);
    }

    [Fact]
    public void FreePort_AskedOften_NeverRepeats()
    {
        var ports = Enumerable.Range(0, 50).Select(_ => FreePort.Next()).ToList();

        Assert.Equal(50, ports.Distinct().Count());
    }
}
