using System.Net;

namespace StudySuite.Directory.Tests.Identity;

public sealed class ExternalLoginTests
{
    [Fact]
    public async Task ExternalLogin_OfSomebodyKnown_OpensTheirAccountAndBindsTheSubject()
    {
        await using var outside = await OutsideProvider.StartAsync();
        await using var fixture = new SignInFixture();
        await fixture.StartAsync(
            ("Identity:External:Authority", outside.Address), ("Identity:External:ClientId", "study"),
            ("Identity:External:Name", "省统一身份认证"));
        await fixture.GivenPersonAsync("wang");

        // A one-time password that was never used does not stand in the way: the password is not what opens.
        (outside.Subject, outside.UserName) = ("s-1", "Wang");
        using var browser = fixture.Host.Browser();
        Assert.Contains("省统一身份认证", await BodyAsync(browser, "/account/login"));
        Assert.StartsWith("/connect/authorize", await LoginAsync(browser, browser.AuthorizeUrl()));
        Assert.True((await browser.ExchangeAsync(await browser.CodeAsync())).TryGetProperty("access_token", out _));

        // Renamed over there: still the same person. Another who got the name: not this one.
        (outside.Subject, outside.UserName) = ("s-1", "wang.new");
        using var renamed = fixture.Host.Browser();
        Assert.Equal("/account", await LoginAsync(renamed, "/account"));
        (outside.Subject, outside.UserName) = ("s-2", "wang");
        using var another = fixture.Host.Browser();
        Assert.Equal("200", await LoginAsync(another, "/account"));
        Assert.StartsWith("/account/login", await another.LocationAsync("/account"));

        (outside.Subject, outside.UserName) = ("s-3", "nobody");
        using var stranger = fixture.Host.Browser();
        Assert.Equal("200", await LoginAsync(stranger, "/account"));
        Assert.StartsWith("/account/login", await stranger.LocationAsync("/account"));

        // A callback that nobody asked for.
        using var forged = fixture.Host.Browser();
        Assert.Equal("/account/login?external=failed", await forged.LocationAsync("/account/external/callback?code=c-1&state=x"));
        Assert.Contains("role=\"alert\"", await BodyAsync(forged, "/account/login?external=failed"));
    }

    [Fact]
    public async Task ExternalLogin_NotConfigured_IsNotThere()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        using var answer = await browser.GetAsync("/account/external");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/account/external", await BodyAsync(browser, "/account/login"));
    }

    /// <summary>To the provider and back; answers where the log-in leads, or the status of the page it ends on.</summary>
    private static async Task<string> LoginAsync(Browser browser, string returnUrl)
    {
        var at = $"/account/external?returnUrl={Uri.EscapeDataString(returnUrl)}";
        for (var hop = 0; hop < 4; hop++)
        {
            at = await browser.LocationAsync(at);
            Assert.DoesNotContain("failed", at);
        }

        return at;
    }

    private static async Task<string> BodyAsync(Browser browser, string page) =>
        WebUtility.HtmlDecode(await (await browser.GetAsync(page)).Content.ReadAsStringAsync());
}
