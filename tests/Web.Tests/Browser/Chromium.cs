using Microsoft.Playwright;

namespace StudySuite.Web.Tests.Browser;

/// <summary>The machine's Chromium, one for all tests; <c>STUDYSUITE_TEST_CHROMIUM</c> names another.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Nothing but the pages under test: on a closed network its own look-ups would only wait.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--lang=zh-CN"];

    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        var given = Environment.GetEnvironmentVariable("STUDYSUITE_TEST_CHROMIUM");
        var program = given ?? Places.FirstOrDefault(File.Exists);
        Assert.True(program is not null, "No Chromium is installed: apt-get install chromium fonts-noto-cjk, or set STUDYSUITE_TEST_CHROMIUM.");
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
    }
}
