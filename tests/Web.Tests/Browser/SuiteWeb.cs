using Microsoft.Playwright;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Suite.Tests;
using StudySuite.Web.Tests.Browser;

namespace StudySuite.Web.Tests;

/// <summary>A running suite, whatever it stands on, and a browser before it.</summary>
public abstract class SuiteWeb : IAsyncLifetime
{
    private readonly Dictionary<string, string> signedIn = [];
    private readonly List<IBrowserContext> open = [];
    private string? test;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The address that the browser uses: the issuer's.</summary>
    public abstract Uri Address { get; }

    public ISuite Suite { get; private set; } = null!;

    public DemoSettings Demo => Suite.Demo;

    public async ValueTask InitializeAsync()
    {
        Suite = await StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        // A deadline for what must become true, generous because other tests run beside; nothing waits for it to pass.
        Assertions.SetDefaultExpectTimeout(20_000);
    }

    /// <summary>Most bytes that the process of the pages has held at once.</summary>
    public abstract long PeakMemory();

    public string PasswordOf(string user) => new Accounts(Demo.AccountsFile).PasswordOf(user)
        ?? throw new InvalidOperationException($"The demo has no account {user}.");

    /// <summary>A browser window of its own, signed out.</summary>
    /// <param name="from">Address that a load balancer in front would tell; none unless given.</param>
    public async Task<IPage> OpenAsync(Screen? screen = null, string language = "zh-CN", string? from = null)
    {
        await CloseOthersAsync();
        return await OpenAsync(screen, language, from, signedIn: null);
    }

    /// <summary>A window of a person, as they find it who signed in before.</summary>
    /// <param name="at">The page that is shown.</param>
    public async Task<IPage> AsAsync(
        string user, Screen? screen = null, string language = "zh-CN", string? from = null, string at = "/")
    {
        await CloseOthersAsync();
        if (!signedIn.TryGetValue(user, out var state))
        {
            var first = await OpenAsync(screen, language, from, signedIn: null);
            await SignInAsync(first, user);
            signedIn[user] = state = await first.Context.StorageStateAsync();
            await first.Context.CloseAsync();
        }

        var page = await OpenAsync(screen, language, from, state);
        await page.GotoAsync(at);
        await page.WaitForSelectorAsync(at == "/" ? "[data-desk]" : "h1");
        return page;
    }

    /// <summary>Signs a person in by the log-in page; the start page is shown.</summary>
    public async Task SignInAsync(IPage page, string user)
    {
        await page.GotoAsync("/");
        await page.FillAsync("input[name=userName]", user);
        await page.FillAsync("input[name=password]", PasswordOf(user));
        await page.ClickAsync("form button >> nth=0");
        await page.WaitForSelectorAsync("[data-desk]");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Suite.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<ISuite> StartAsync();

    /// <summary>Windows that a test before left open would go on living, and asking, beside this one.</summary>
    private async Task CloseOthersAsync()
    {
        var now = TestContext.Current.Test?.UniqueID;
        if (now != test)
        {
            await Task.WhenAll(open.Select(context => context.CloseAsync()));
            open.Clear();
            test = now;
        }
    }

    private async Task<IPage> OpenAsync(Screen? screen, string language, string? from, string? signedIn)
    {
        var size = screen ?? Screen.Desktop;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
            TimezoneId = "Asia/Shanghai",
            StorageState = signedIn,
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = from is null ? null : new Dictionary<string, string> { ["X-Forwarded-For"] = from },
        });
        context.SetDefaultTimeout(20_000);
        open.Add(context);
        return await context.NewPageAsync();
    }
}

/// <summary>Size of a window in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static Screen Desktop { get; } = new(1280, 860);

    public static Screen Phone { get; } = new(360, 740);
}
