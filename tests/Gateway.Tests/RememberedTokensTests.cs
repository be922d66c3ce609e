using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Defaults.Authentication;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

public sealed class RememberedTokensTests
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly CountingHandler inner = new();
    private readonly TokenValidationParameters parameters = new()
    {
        IssuerSigningKey = TestTokens.Key, ValidateIssuer = false, ValidateAudience = false,
    };

    [Fact]
    public async Task GoodToken_WithinAMinute_IsCheckedOnce()
    {
        var remembered = new RememberedTokens(inner, clock);
        var token = DoorHost.Token("p-zhang");

        var first = await remembered.ValidateTokenAsync(token, parameters);
        var second = await remembered.ValidateTokenAsync(token, parameters);

        Assert.True(first.IsValid && second.IsValid);
        Assert.Equal(1, inner.Checks);
    }

    [Fact]
    public async Task GoodToken_AfterAMinute_IsCheckedAgain()
    {
        var remembered = new RememberedTokens(inner, clock);
        var token = DoorHost.Token("p-zhang");

        await remembered.ValidateTokenAsync(token, parameters);
        clock.Advance(TimeSpan.FromSeconds(61));
        await remembered.ValidateTokenAsync(token, parameters);

        Assert.Equal(2, inner.Checks);
    }

    [Fact]
    public async Task GoodToken_PastItsEnd_IsCheckedAgain()
    {
        var remembered = new RememberedTokens(inner, clock);
        var token = TestTokens.Create("p-zhang", [], minutes: 1);

        await remembered.ValidateTokenAsync(token, parameters);
        clock.Advance(TimeSpan.FromSeconds(60));
        await remembered.ValidateTokenAsync(token, parameters);

        Assert.Equal(2, inner.Checks);
    }

    [Fact]
    public async Task BadToken_IsNeverRemembered()
    {
        var remembered = new RememberedTokens(inner, clock);
        var good = DoorHost.Token("p-zhang");
        await remembered.ValidateTokenAsync(good, parameters);

        var forged = good[..^8] + (good[^8] == 'A' ? 'B' : 'A') + good[^7..];

        Assert.False((await remembered.ValidateTokenAsync(forged, parameters)).IsValid);
        Assert.False((await remembered.ValidateTokenAsync(forged, parameters)).IsValid);
        Assert.Equal(3, inner.Checks);
    }

    private sealed class CountingHandler : TokenHandler
    {
        private readonly JsonWebTokenHandler handler = new();

        public int Checks { get; private set; }

        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters parameters)
        {
            Checks++;
            return handler.ValidateTokenAsync(token, parameters);
        }
    }
}
