using Microsoft.Playwright;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Pages;

/// <summary>What a service says against a form stands at its field.</summary>
[Collection("web"), Trait("Needs", "Servers")]
public sealed class FaultTests(DemoWeb web)
{
    private const string Unit = "xinxiang-kegong";

    [Fact]
    public async Task Session_WithoutTopic_ShowsTheReasonAtItsField()
    {
        var page = await web.AsAsync("kegong-secretary", at: $"/units/{Unit}/sessions/new");

        await page.PressAsync("建立");

        await Expect(Topic(page)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".field .fault").First).ToBeVisibleAsync();
    }

    private static ILocator Topic(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "主题", Exact = true });
}
