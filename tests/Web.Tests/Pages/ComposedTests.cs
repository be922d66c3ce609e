using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>The demo's main flow on a suite that runs elsewhere: <c>.ci/containers</c> runs it, and not <c>test.sh</c>.</summary>
[Trait("Needs", "Servers")]
public sealed class ComposedTests
{
    [Fact(Explicit = true)]
    public async Task Suite_InContainers_IsClickedThrough()
    {
        await using var web = new ComposedWeb();
        await web.InitializeAsync();

        await SessionFlowTests.WalkAsync(web);

        // What the replay has left is there to be read.
        var publicity = await web.AsAsync("publicity");
        await publicity.GotoAsync("/units/xinxiang/bulletins/2023-1");
        await Expect(publicity.GetByText("2023").First).ToBeVisibleAsync();
        await publicity.TakeAsync("composed");
    }
}
