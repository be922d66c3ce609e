using StudySuite.Benchmarks.Rolls;

namespace StudySuite.Benchmarks.Suites;

/// <summary>What several lines share, made when the first of them asks.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private RunningSuite? suite;
    private RollStage? rolls;

    public async Task<RunningSuite> SuiteAsync() => suite ??= await RunningSuite.StartAsync();

    public async Task<RollStage> RollsAsync() => rolls ??= await RollStage.SetAsync(await SuiteAsync());

    /// <summary>Ends the suite, so that what is measured next has the machine to itself.</summary>
    public async Task ClearAsync()
    {
        await DisposeAsync();
        (suite, rolls) = (null, null);
    }

    public ValueTask DisposeAsync() => suite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
