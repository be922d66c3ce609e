using System.Text.Json;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>What time does to a session. A house of its own: these tests move its clock, and tokens do not follow.</summary>
public class SessionTimeTests(SignInFixture directory) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task Refresh_OfAnIdleOrTooOldSession_IsRefused()
    {
        using var idle = await directory.LoggedInAsync("idle");
        using var busy = await directory.LoggedInAsync("busy");
        var idling = await idle.ExchangeAsync(await idle.CodeAsync());
        var working = await busy.ExchangeAsync(await busy.CodeAsync());

        directory.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        working = await busy.RefreshAsync(working);
        directory.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("invalid_grant", Error(await idle.RefreshAsync(idling)));
        Assert.StartsWith("/account/login", await idle.LocationAsync("/account"));
        working = await busy.RefreshAsync(working);
        Assert.True(working.TryGetProperty("access_token", out _));

        for (var minutes = 31; minutes < 12 * 60; minutes += 25)
        {
            directory.Host.Clock.Advance(TimeSpan.FromMinutes(25));
            working = await busy.RefreshAsync(working);
        }

        Assert.Equal("invalid_grant", Error(working));
    }

    [Fact]
    public async Task Token_OfAnAdministrator_IsShorterBecauseItsSessionIsIdleSooner()
    {
        using var browser = directory.Host.Browser();
        await browser.LoginAsync("/account/login", "admin", SignInFixture.Chosen);
        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Assert.Equal(300, tokens.GetProperty("expires_in").GetInt32(), 2d);

        directory.Host.Clock.Advance(TimeSpan.FromMinutes(10.5));
        Assert.Equal("invalid_grant", Error(await browser.RefreshAsync(tokens)));
    }

    [Fact]
    public async Task Password_OlderThanTheRulebookAllows_IsChangedBeforeAnythingElseOpens()
    {
        await using var fixture = new SignInFixture();
        await fixture.InitializeAsync();
        using var browser = await fixture.LoggedInAsync("old-password");
        fixture.Host.Clock.Advance(TimeSpan.FromDays(91));
        var page = (await browser.LoginAsync("/account/login", "old-password", SignInFixture.Chosen)).Headers.Location!.OriginalString;
        Assert.StartsWith("/account/password", page);
        Assert.StartsWith("/account/password", await browser.LocationAsync(browser.AuthorizeUrl()));
    }

    private static string? Error(JsonElement answer) =>
        answer.TryGetProperty("error", out var error) ? error.GetString() : null;
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class SessionTimeOnServersTests(SignInOnServers servers) : SessionTimeTests(servers.Fixture), IClassFixture<SignInOnServers>;
