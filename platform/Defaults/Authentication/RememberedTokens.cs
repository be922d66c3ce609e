using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace StudySuite.Defaults.Authentication;

/// <summary>
/// A good token stays good for the next calls: checking its signature costs more than all else that the door does, and
/// a good part of what a service does for a small call. Remembered by its full text, only when good, never past its
/// end, and forgotten within a minute, so that a withdrawn key counts soon.
/// </summary>
internal sealed class RememberedTokens(TokenHandler inner, TimeProvider clock) : TokenHandler
{
    private const int MaxTokens = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private Memory memory = new(clock.GetTimestamp());

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters parameters)
    {
        var current = memory;
        if (clock.GetElapsedTime(current.Since) > Lifetime || current.Results.Count >= MaxTokens)
        {
            memory = current = new Memory(clock.GetTimestamp());
        }

        if (current.Results.TryGetValue(token, out var known) && clock.GetUtcNow().UtcDateTime < known.SecurityToken.ValidTo)
        {
            return known;
        }

        var result = await inner.ValidateTokenAsync(token, parameters);
        if (result.IsValid)
        {
            current.Results[token] = result;
        }

        return result;
    }

    public override SecurityToken ReadToken(string token) => inner.ReadToken(token);

    private sealed class Memory(long since)
    {
        public long Since => since;

        public ConcurrentDictionary<string, TokenValidationResult> Results { get; } = new(StringComparer.Ordinal);
    }
}

internal static class RememberedTokensSetup
{
    public static void AddRememberedTokens(this IServiceCollection services) =>
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<IServiceProvider>((jwt, provider) =>
            {
                var clock = provider.GetRequiredService<TimeProvider>();
                var handlers = jwt.TokenHandlers.Select(handler => new RememberedTokens(handler, clock)).ToList();
                jwt.TokenHandlers.Clear();
                handlers.ForEach(jwt.TokenHandlers.Add);
            });
}
