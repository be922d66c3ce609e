using Microsoft.Playwright;
using StudySuite.Testing;
using StudySuite.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace StudySuite.Web.Tests.Loop;

/// <summary>A window for each person, opened when the person is first needed.</summary>
internal sealed class Windows(SuiteWeb web) : IAsyncDisposable
{
    private readonly Dictionary<string, IPage> pages = [];

    public async Task<IPage> OfAsync(string user, string? path = null)
    {
        if (!pages.TryGetValue(user, out var page))
        {
            page = pages[user] = await web.AsAsync(user);
        }

        if (path is not null)
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
        }

        return page;
    }

    /// <summary>Opens a page again and again until what other services must first hear of stands on it.</summary>
    public async Task<ILocator> EventuallyAsync(string user, string path, Func<IPage, ILocator> what)
    {
        var page = await OfAsync(user);
        await Wait.UntilAsync(async () =>
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync("h1");
            await page.WaitForFunctionAsync("() => !document.querySelector('.busy')");
            return await what(page).CountAsync() > 0;
        }, $"{user} finds it at {path}");
        return what(page);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values)
        {
            await page.Context.CloseAsync();
        }
    }
}

internal static class Clicks
{
    /// <summary>Presses a button and waits until the page shows what it led to.</summary>
    public static async Task PressAsync(this IPage page, string name, string then)
    {
        await page.PressAsync(name);
        await Expect(page.GetByText(then).First).ToBeVisibleAsync();
    }

    public static Task WriteAsync(this IPage page, string label, string text) =>
        page.GetByLabel(label).First.FillAsync(text);

    public static ILocator Box(this IPage page, string label) =>
        page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });
}
