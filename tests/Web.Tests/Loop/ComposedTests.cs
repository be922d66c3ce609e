namespace StudySuite.Web.Tests.Loop;

/// <summary>The same loop on a suite that runs elsewhere: <c>.ci/containers</c> runs it, and not <c>test.sh</c>.</summary>
[Trait("Needs", "Servers")]
public sealed class ComposedTests
{
    [Fact(Explicit = true)]
    public async Task Suite_InContainers_IsClickedThrough()
    {
        await using var web = new ComposedWeb();
        await web.InitializeAsync();

        await LoopTests.WalkAsync(web);
    }
}
