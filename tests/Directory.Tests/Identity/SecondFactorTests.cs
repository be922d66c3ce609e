using System.Net;
using System.Text.RegularExpressions;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.Identity;

public partial class SecondFactorTests(SignInFixture directory) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task SecondFactor_TurnedOn_IsAskedForAndEachCodeIsGoodOnce()
    {
        var (key, recovery) = await TurnOnAsync("totp");
        Assert.Equal(8, recovery.Count);

        using var browser = directory.Host.Browser();
        var page = await EnterPasswordAsync(browser, "totp");
        Assert.StartsWith("/account/code", page);
        Assert.StartsWith("/account/login", await browser.LocationAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, ("code", "000000"))).StatusCode);
        var code = Totp.Code(key, stepsLater: 1);
        Assert.Equal("/account", (await browser.SubmitAsync(page, ("code", code))).Headers.Location?.OriginalString);
        Assert.True((await browser.ExchangeAsync(await browser.CodeAsync())).TryGetProperty("access_token", out _));

        // The same code a second time, as somebody who looked over the shoulder would; then a recovery code, once.
        using var other = directory.Host.Browser();
        page = await EnterPasswordAsync(other, "totp");
        Assert.Equal(HttpStatusCode.OK, (await other.SubmitAsync(page, ("code", code))).StatusCode);
        Assert.Equal("/account", (await other.SubmitAsync(page, ("code", recovery[0]))).Headers.Location?.OriginalString);
        using var third = directory.Host.Browser();
        page = await EnterPasswordAsync(third, "totp");
        Assert.Equal(HttpStatusCode.OK, (await third.SubmitAsync(page, ("code", recovery[0]))).StatusCode);
    }

    [Fact]
    public async Task SecondFactor_GuessedAt_LocksTheAccountHoweverOftenThePasswordIsRight()
    {
        var (key, _) = await TurnOnAsync("totp-guessed");
        using var thief = directory.Host.Browser();
        for (var i = 0; i < 5; i++)
        {
            var page = await EnterPasswordAsync(thief, "totp-guessed");
            if (page.StartsWith("/account/code", StringComparison.Ordinal))
            {
                await thief.SubmitAsync(page, ("code", "000000"));
            }
        }

        using var owner = directory.Host.Browser();
        var refused = await owner.LoginAsync("/account/login", "totp-guessed", SignInFixture.Chosen);
        Assert.Contains("30 分钟", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task SecondFactor_Lost_IsTakenOffByTheSecurityAdministratorOnly()
    {
        await TurnOnAsync("totp-lost");
        var request = new ResetAuthenticatorRequest { Name = "people/totp-lost" };
        await Refusal.AssertAsync("ROLE_MISSING", directory.Raw(
            invoker => new PersonService.PersonServiceClient(invoker).ResetAuthenticatorAsync(request, directory.Headers)));

        var security = await directory.SecurityHeadersAsync();
        await directory.Call(invoker => new PersonService.PersonServiceClient(invoker).ResetAuthenticatorAsync(request, security));

        using var browser = directory.Host.Browser();
        Assert.Equal("/account", await EnterPasswordAsync(browser, "totp-lost"));
    }

    [Fact]
    public async Task SetUpPage_IsSmallWithAQrCodeAndNoScript()
    {
        using var browser = await directory.LoggedInAsync("totp-page");
        using var answer = await browser.GetAsync("/account/authenticator");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.InRange(html.Length, 1_000, 50_000);
        Assert.Contains("<svg", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("style=", html);
        var refused = await browser.SubmitAsync("/account/authenticator", ("code", "000000"));
        Assert.Contains("role=\"alert\"", await refused.Content.ReadAsStringAsync());
    }

    private async Task<(string Key, List<string> Recovery)> TurnOnAsync(string person)
    {
        using var browser = await directory.LoggedInAsync(person);
        return await TurnOnAsync(browser, "/account/authenticator");
    }

    internal static async Task<(string Key, List<string> Recovery)> TurnOnAsync(Browser browser, string page)
    {
        var html = await (await browser.GetAsync(page)).Content.ReadAsStringAsync();
        var key = Totp.KeyIn(html);
        using var answer = await browser.SubmitFormAsync(html, ("code", Totp.Code(key)));
        var codes = RecoveryPattern().Matches(await answer.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value).ToList();
        return (key, codes);
    }

    private static async Task<string> EnterPasswordAsync(Browser browser, string userName) =>
        (await browser.LoginAsync("/account/login", userName, SignInFixture.Chosen)).Headers.Location?.OriginalString ?? "refused";

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex RecoveryPattern();
}

/// <summary>Where the rulebook asks for it: a house of its own, because the rulebook is one for all.</summary>
public sealed class RequiredSecondFactorTests
{
    [Fact]
    public async Task SecondFactor_AskedForByTheRulebook_IsSetUpBeforeAnythingElseOpens()
    {
        await using var fixture = new SignInFixture();
        await fixture.InitializeAsync();
        using var browser = await fixture.LoggedInAsync("auditor");
        var security = await fixture.SecurityHeadersAsync();
        await fixture.Call(invoker => new GrantService.GrantServiceClient(invoker).CreateGrantAsync(
            new CreateGrantRequest { Grant = new Grant { Person = "people/auditor", Role = GrantRole.AuditAdmin } }, security));
        var before = await browser.ExchangeAsync(await browser.CodeAsync());
        await fixture.Call(invoker => new RulebookService.RulebookServiceClient(invoker).PublishRulebookAsync(
            new PublishRulebookRequest
            {
                EffectiveFrom = $"{TimeProvider.System.GetUtcNow().AddHours(8):yyyy-MM-dd}", Parameters = { ["auth.mfa"] = "AuditAdmin" },
            },
            security));

        // Neither page nor refresh token opens anything more without it.
        Assert.Equal("invalid_grant", (await browser.RefreshAsync(before)).GetProperty("error").GetString());
        var page = await browser.LocationAsync(browser.AuthorizeUrl());
        Assert.StartsWith("/account/authenticator", page);
        await SecondFactorTests.TurnOnAsync(browser, page);
        Assert.True((await browser.ExchangeAsync(await browser.CodeAsync())).TryGetProperty("access_token", out _));
    }
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class SecondFactorOnServersTests(SignInOnServers servers) : SecondFactorTests(servers.Fixture), IClassFixture<SignInOnServers>;
