using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Audit.V1;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>Sessions: ended, idle, too old, copied.</summary>
public abstract class LoginSessionTests(SignInFixture directory)
{
    [Fact]
    public async Task Refresh_ReusedToken_EndsTheWholeChainAndLeavesALine()
    {
        using var browser = await directory.LoggedInAsync("reused");
        var first = await browser.ExchangeAsync(await browser.CodeAsync());
        var second = await browser.RefreshAsync(first);
        Assert.True(second.TryGetProperty("access_token", out _));

        Assert.Equal("invalid_grant", Error(await browser.RefreshAsync(first)));
        Assert.Equal("invalid_grant", Error(await browser.RefreshAsync(second)));
        Assert.StartsWith("/account/login?", await browser.LocationAsync(browser.AuthorizeUrl()));

        var auditor = await directory.AuditorHeadersAsync();
        var lines = (await directory.Call(invoker => new AuditEntryService.AuditEntryServiceClient(invoker).ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Filter = new AuditFilter { Resource = "people/reused", Outcome = AuditOutcome.Refused } }, auditor))).AuditEntries;
        Assert.Contains(lines, line => line.Outcome == "TOKEN_REUSED" && line.Source.Length > 0);
    }

    [Fact]
    public async Task Refresh_ManyTimesInAChain_EachTokenIsGoodOnce()
    {
        using var browser = await directory.LoggedInAsync("chain");
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        for (var i = 0; i < 5; i++)
        {
            tokens = await browser.RefreshAsync(tokens);
            Assert.True(tokens.TryGetProperty("refresh_token", out _));
        }
    }

    [Fact]
    public async Task Sessions_OfAPerson_AreListedAndEndedByThemAndByTheSecurityAdministrator()
    {
        using var desk = await directory.LoggedInAsync("devices");
        using var phone = directory.Host.Browser();
        await phone.LoginAsync("/account/login", "devices", SignInFixture.Chosen);
        var onDesk = await desk.ExchangeAsync(await desk.CodeAsync());
        var onPhone = await phone.ExchangeAsync(await phone.CodeAsync());

        var open = (await directory.Call(invoker => Sessions(invoker).ListLoginSessionsAsync(
            new ListLoginSessionsRequest { Parent = "people/me" }, Headers(onDesk)))).LoginSessions;
        Assert.Equal(2, open.Count);
        Assert.True(open[1].Current);
        Assert.False(open[0].Current);

        await directory.Call(invoker => Sessions(invoker).EndLoginSessionAsync(
            new EndLoginSessionRequest { Name = open[0].Name }, Headers(onDesk)));
        Assert.Equal("invalid_grant", Error(await phone.RefreshAsync(onPhone)));
        Assert.StartsWith("/account/login", await phone.LocationAsync("/account"));

        var stranger = await directory.LoggedInAsync("devices-stranger");
        var strange = Headers(await stranger.ExchangeAsync(await stranger.CodeAsync()));
        await Refusal.AssertAsync("PERSON_NOT_FOUND", directory.Raw(invoker => Sessions(invoker).ListLoginSessionsAsync(
            new ListLoginSessionsRequest { Parent = "people/devices" }, strange)));
        await Refusal.AssertAsync("PERSON_NOT_FOUND", directory.Raw(invoker => Sessions(invoker).EndLoginSessionAsync(
            new EndLoginSessionRequest { Name = open[1].Name }, strange)));

        var security = await directory.SecurityHeadersAsync();
        var ended = await directory.Call(invoker => Sessions(invoker).EndLoginSessionsAsync(
            new EndLoginSessionsRequest { Parent = "people/devices" }, security));
        Assert.Equal(1, ended.EndedCount);
        Assert.Equal("invalid_grant", Error(await desk.RefreshAsync(onDesk)));
    }

    [Fact]
    public async Task Logout_AtTheEndSessionEndpoint_StopsTheTokensOfTheSession()
    {
        using var browser = await directory.LoggedInAsync("logout");
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        var hint = tokens.GetProperty("id_token").GetString();

        // A link without a hint only asks.
        Assert.Equal("200", await browser.LocationAsync("/connect/logout"));
        Assert.True((tokens = await browser.RefreshAsync(tokens)).TryGetProperty("access_token", out _));

        var back = await browser.LocationAsync(
            $"/connect/logout?id_token_hint={hint}&post_logout_redirect_uri={Uri.EscapeDataString("http://127.0.0.1/callback")}&state=x");
        Assert.StartsWith("http://127.0.0.1/callback?state=x", back);
        Assert.Equal("invalid_grant", Error(await browser.RefreshAsync(tokens)));
        Assert.StartsWith("/account/login", await browser.LocationAsync("/account"));
    }

    [Fact]
    public async Task Logout_WithTheCookieOnly_NeedsAClick()
    {
        using var browser = await directory.LoggedInAsync("logout-click");
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Assert.Equal("/account/logout", (await browser.SubmitAsync("/connect/logout")).Headers.Location?.OriginalString);
        Assert.Equal("invalid_grant", Error(await browser.RefreshAsync(tokens)));
    }

    [Fact]
    public async Task Password_UsedBefore_IsRefused()
    {
        using var browser = await directory.LoggedInAsync("history");
        string current = SignInFixture.Chosen, next = "Another#2023";
        Assert.NotNull((await browser.ChangePasswordAsync("/account/password", current, next)).Headers.Location);
        Assert.Null((await browser.ChangePasswordAsync("/account/password", next, current)).Headers.Location);
        Assert.NotNull((await browser.ChangePasswordAsync("/account/password", next, "Third#2023")).Headers.Location);
        Assert.Null((await browser.ChangePasswordAsync("/account/password", "Third#2023", current)).Headers.Location);
    }

    [Fact]
    public async Task Token_WithoutRoleAfterRemoval_CarriesItNoMore()
    {
        using var browser = await directory.LoggedInAsync("removed");
        var security = await directory.SecurityHeadersAsync();
        var grant = await directory.Call(invoker => new GrantService.GrantServiceClient(invoker).CreateGrantAsync(
            new CreateGrantRequest { Grant = new Grant { Person = "people/removed", Role = GrantRole.Publicity, Unit = "units/xinxiang" } }, security));
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Assert.Equal(["Publicity:/xinxiang/*"], Grants(tokens));
        Assert.InRange(tokens.GetProperty("expires_in").GetInt32(), 1, 900);

        await directory.Call(invoker => new GrantService.GrantServiceClient(invoker).RevokeGrantAsync(
            new RevokeGrantRequest { Name = grant.Name }, security));
        Assert.Empty(Grants(await browser.RefreshAsync(tokens)));
    }

    private static LoginSessionService.LoginSessionServiceClient Sessions(CallInvoker invoker) => new(invoker);

    private static Metadata Headers(JsonElement tokens) => SignInFixture.HeadersOf(tokens);

    private static string? Error(JsonElement answer) =>
        answer.TryGetProperty("error", out var error) ? error.GetString() : null;

    private static IEnumerable<string> Grants(JsonElement tokens) =>
        new JsonWebToken(tokens.GetProperty("access_token").GetString()).Claims
            .Where(claim => claim.Type == "grants").Select(claim => claim.Value);
}

public sealed class LoginSessionOnSqliteTests(SignInFixture directory) : LoginSessionTests(directory), IClassFixture<SignInFixture>;

[Trait("Needs", "Servers")]
public sealed class LoginSessionOnServersTests(SignInOnServers directory)
    : LoginSessionTests(directory.Fixture), IClassFixture<SignInOnServers>;
