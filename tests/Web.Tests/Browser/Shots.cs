using Microsoft.Playwright;

namespace StudySuite.Web.Tests.Browser;

/// <summary>Screenshots beside the test results, to be looked at; README shows some of them.</summary>
internal static class Shots
{
    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("STUDYSUITE_TEST_RESULTS") ?? Path.Combine(AppContext.BaseDirectory, "TestResults"),
        "screenshots");

    /// <summary>Every picture costs a moment: what is only for looking through is taken when it is asked for.</summary>
    private static bool TakesAll => Environment.GetEnvironmentVariable("STUDYSUITE_TEST_SHOTS") == "all";

    /// <param name="always">Also when nobody asked for all, such as one for README.</param>
    public static async Task TakeAsync(this IPage page, string name, bool always = false)
    {
        if (!always && !TakesAll)
        {
            return;
        }

        System.IO.Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}

internal static class Pressing
{
    /// <summary>Presses the button of that name.</summary>
    public static Task PressAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
}
