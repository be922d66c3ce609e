using System.Net;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.Identity;

public class SignInTests(SignInFixture directory) : IClassFixture<SignInFixture>
{
    [Theory]
    [InlineData(MemberRole.Leader, MemberKind.Full, "GroupLeader:/xinxiang/", "Member:/xinxiang/")]
    [InlineData(MemberRole.Deputy, MemberKind.Full, "Member:/xinxiang/")]
    [InlineData(MemberRole.Secretary, MemberKind.Full, "StudySecretary:/xinxiang/", "Member:/xinxiang/")]
    [InlineData(MemberRole.Secretary, MemberKind.Attending, "StudySecretary:/xinxiang/")]
    public async Task Token_OfAMember_CarriesTheRolesOfTheMembership(MemberRole role, MemberKind kind, params string[] grants)
    {
        var person = $"token-{role}-{kind}".ToLowerInvariant();
        using var browser = await directory.LoggedInAsync(person);
        await directory.GivenMemberAsync(person, role, kind);

        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());

        Assert.Equal(grants, GrantsIn(tokens));
    }

    [Fact]
    public async Task Refresh_AfterTheMembershipEnded_CarriesItNoMore()
    {
        using var browser = await directory.LoggedInAsync("refresh");
        var member = await directory.GivenMemberAsync("refresh", MemberRole.Member, MemberKind.Full);
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Assert.Equal(["Member:/xinxiang/"], GrantsIn(tokens));

        await directory.EndAsync(member);
        var refreshed = await browser.RefreshAsync(tokens);

        Assert.Empty(GrantsIn(refreshed));
        Assert.NotEqual(tokens.GetProperty("refresh_token").GetString(), refreshed.GetProperty("refresh_token").GetString());
    }

    [Fact]
    public async Task Refresh_AfterAReset_IsRefused()
    {
        using var browser = await directory.LoggedInAsync("reset");
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());

        await directory.ResetAsync("reset");

        Assert.Equal("invalid_grant", (await browser.RefreshAsync(tokens)).GetProperty("error").GetString());
        Assert.StartsWith("/account/login?", await browser.LocationAsync(browser.AuthorizeUrl()));
    }

    [Fact]
    public async Task Login_WrongPasswords_LockForAsLongAsTheRulebookSays()
    {
        await directory.LoggedInAsync("locked");
        using var browser = directory.Host.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.LoginAsync("/account/login", "locked", "wrong")).StatusCode);
        }

        var refused = await browser.LoginAsync("/account/login", "locked", SignInFixture.Chosen);
        Assert.Contains("30 分钟", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));

        directory.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/account", (await browser.LoginAsync("/account/login", "locked", SignInFixture.Chosen)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Login_GuessesInParallel_AreAllCounted()
    {
        await directory.LoggedInAsync("guessed");
        var browsers = Enumerable.Range(0, 12).Select(_ => directory.Host.Browser()).ToList();

        await Task.WhenAll(browsers.Select(browser => browser.LoginAsync("/account/login", "guessed", "wrong")));

        var after = await browsers[0].LoginAsync("/account/login", "guessed", SignInFixture.Chosen);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Login_FormWithoutAntiForgeryToken_IsNotLookedAt()
    {
        using var browser = await directory.LoggedInAsync("forged");
        using var stranger = directory.Host.Browser();
        var answer = await stranger.SubmitAsync(
            "/account/login", ("__RequestVerificationToken", "x"), ("userName", "forged"), ("password", SignInFixture.Chosen));
        Assert.StartsWith("/account/login", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("/account/login", await stranger.LocationAsync("/account"));
    }

    [Fact]
    public async Task Login_ReturnUrlOfAnotherSite_LeadsNowhereElse()
    {
        await directory.LoggedInAsync("lured");
        using var browser = directory.Host.Browser();
        var answer = await browser.LoginAsync("/account/login?returnUrl=https://evil.example/", "lured", SignInFixture.Chosen);
        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Authorize_ForeignAddressOrNoPkce_IsRefused()
    {
        using var browser = await directory.LoggedInAsync("strict");
        Assert.Equal("400", await browser.LocationAsync(browser.AuthorizeUrl(redirectUri: "http://evil.example/callback")));
        Assert.Equal("400", await browser.LocationAsync(browser.AuthorizeUrl(client: "web")));
        Assert.Equal("400", await browser.LocationAsync(
            browser.AuthorizeUrl()[..browser.AuthorizeUrl().IndexOf("&code_challenge_method", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Exchange_CodeTwiceOrWithAnotherVerifier_IsRefused()
    {
        using var browser = await directory.LoggedInAsync("replay");
        var stolen = await browser.ExchangeAsync(await browser.CodeAsync(), new string('x', 43));
        Assert.Equal("invalid_grant", stolen.GetProperty("error").GetString());

        var code = await browser.CodeAsync();
        Assert.True((await browser.ExchangeAsync(code)).TryGetProperty("access_token", out _));
        Assert.Equal("invalid_grant", (await browser.ExchangeAsync(code)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Pages_AreSmallWithAStrictPolicyAndNoScript()
    {
        using var browser = directory.Host.Browser();
        using var page = await browser.GetAsync("/account/login");
        var html = await page.Content.ReadAsStringAsync();

        Assert.True(html.Length < 10_000);
        Assert.DoesNotContain("<script", html);
        Assert.StartsWith("default-src 'none';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie);
    }

    [Fact]
    public async Task Discovery_NamesTheIssuersAddresses()
    {
        using var browser = directory.Host.Browser();
        using var response = await browser.GetAsync($"http://localhost:{directory.Host.Web.Port}/.well-known/openid-configuration");
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(directory.Host.Web.AbsoluteUri, document.GetProperty("issuer").GetString());
        Assert.Equal($"{directory.Host.Web}connect/token", document.GetProperty("token_endpoint").GetString());
        Assert.Equal($"{directory.Host.Web}.well-known/jwks", document.GetProperty("jwks_uri").GetString());
    }

    [Fact]
    public async Task Logout_EndsTheSession()
    {
        using var browser = await directory.LoggedInAsync("leaving");
        await browser.SubmitAsync("/account/logout");
        Assert.StartsWith("/account/login", await browser.LocationAsync("/account"));
    }

    private static IEnumerable<string> GrantsIn(JsonElement tokens) =>
        new JsonWebToken(tokens.GetProperty("access_token").GetString()).Claims
            .Where(claim => claim.Type == "grants").Select(claim => claim.Value);
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class SignInOnServersTests(SignInOnServers servers) : SignInTests(servers.Fixture), IClassFixture<SignInOnServers>;
