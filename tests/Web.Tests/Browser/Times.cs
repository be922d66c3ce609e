using Microsoft.Playwright;

namespace StudySuite.Web.Tests.Browser;

/// <summary>How long a page takes, as the browser sees it; printed, never asserted: other tests run beside.</summary>
/// <param name="Server">Until the document's first byte, and from the frame of the page to what the services said.</param>
/// <param name="Interactive">From the address to content that answers to clicks.</param>
internal sealed record Times(double Server, double Interactive)
{
    private const string Watch = """
        new MutationObserver((_, watch) => {
            window.frameAt ??= document.querySelector('main h1') ? performance.now() : undefined;
            if (document.querySelector('[data-desk] h2') && !document.querySelector('[data-desk] .busy')) { window.deskAt = performance.now(); watch.disconnect(); }
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <summary>Opens the start page three times with a warm cache and takes the best, so that chance counts less.</summary>
    public static async Task<Times> OfStartPageAsync(IPage page)
    {
        await page.AddInitScriptAsync(Watch);
        var all = new List<Times>();
        for (var i = 0; i < 3; i++)
        {
            await page.GotoAsync("/");
            await page.WaitForFunctionAsync("() => window.deskAt");
            all.Add(new Times(
                await page.EvaluateAsync<double>(
                    "(e => e.responseStart - e.requestStart)(performance.getEntriesByType('navigation')[0]) + window.deskAt - window.frameAt"),
                await page.EvaluateAsync<double>("window.deskAt")));
        }

        return all.MinBy(times => times.Interactive)!;
    }

    public override string ToString() => FormattableString.Invariant($"server {Server:0} ms, interactive {Interactive:0} ms");
}
