using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Defaults.Access;

namespace StudySuite.Web.Access;

/// <summary>An access token and what it says.</summary>
internal sealed record Held(string Token, DateTimeOffset EndsAt, Caller Caller);

/// <summary>
/// The tokens of those who are signed in, renewed shortly before they end. A refresh token is good once, so there is
/// one renewal at a time for a ticket, and it begins by reading what is stored.
/// </summary>
internal sealed class SignedIns(TicketStore tickets, IHttpClientFactory http, IOptions<WebOptions> options, TimeProvider clock)
{
    public const string ClientId = "web";
    public const string HttpClient = "web-tokens";
    private readonly ConcurrentDictionary<string, Held> held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <returns>Null when the session is over, wherever it was ended.</returns>
    public async Task<Held?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.FindFirstValue(TicketStore.KeyClaim) is not { } key)
        {
            return null;
        }

        if (held.TryGetValue(key, out var current) && IsFresh(current))
        {
            return current;
        }

        var gate = gates.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var found = held.TryGetValue(key, out current) && IsFresh(current) ? current : await ReadAsync(key, user);
            if (found is null)
            {
                Forget(key);
            }
            else
            {
                held[key] = found;
            }

            return found;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <returns>True also while directory cannot be asked: an outage signs nobody out.</returns>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(user, cancellationToken) is not null;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    public void Forget(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(TicketStore.KeyClaim) is { } key)
        {
            Forget(key);
        }
    }

    private void Forget(string key)
    {
        held.TryRemove(key, out _);
        gates.TryRemove(key, out _);
    }

    private bool IsFresh(Held token) => token.EndsAt - clock.GetUtcNow() > options.Value.RenewBefore;

    private async Task<Held?> ReadAsync(string key, ClaimsPrincipal user)
    {
        var ticket = await tickets.RetrieveAsync(key);
        if (ticket?.Properties.GetTokenValue("access_token") is not { } token)
        {
            return null;
        }

        var stored = Read(token, ticket.Properties.GetTokenValue("expires_at"));
        return IsFresh(stored) ? stored : await RenewAsync(key, ticket, user);
    }

    // Ends with who asked for nobody: once directory has read the refresh token it is used up, and a page that was closed
    // before the new one came would have signed its person out of every other page.
    private async Task<Held?> RenewAsync(string key, AuthenticationTicket ticket, ClaimsPrincipal user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(options.Value.Gateway), "connect/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["client_id"] = ClientId,
                ["refresh_token"] = ticket.Properties.GetTokenValue("refresh_token") ?? "",
            }),
        };
        request.SayWhoseItIs(user);
        using var client = http.CreateClient(HttpClient);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            await tickets.RemoveAsync(key);
            return null;
        }

        answer.EnsureSuccessStatusCode();
        var body = (await answer.Content.ReadFromJsonAsync<JsonElement>())!;
        var endsAt = clock.GetUtcNow().AddSeconds(body.GetProperty("expires_in").GetInt32()).ToString("o", CultureInfo.InvariantCulture);
        var token = body.GetProperty("access_token").GetString()!;
        ticket.Properties.StoreTokens(
        [
            new AuthenticationToken { Name = "access_token", Value = token },
            new AuthenticationToken { Name = "refresh_token", Value = body.GetProperty("refresh_token").GetString()! },
            new AuthenticationToken
            {
                Name = "id_token",
                Value = body.TryGetProperty("id_token", out var id) ? id.GetString()! : ticket.Properties.GetTokenValue("id_token") ?? "",
            },
            new AuthenticationToken { Name = "expires_at", Value = endsAt },
        ]);
        await tickets.RenewAsync(key, ticket);
        return Read(token, endsAt);
    }

    private static Held Read(string token, string? endsAt)
    {
        // Not checked here: it came straight from directory, and whoever is called with it checks it.
        var said = new JsonWebToken(token);
        var caller = Caller.From(new ClaimsPrincipal(new ClaimsIdentity(said.Claims, SignInModule.Cookie)))!;
        return new Held(token, DateTimeOffset.Parse(endsAt ?? "0001-01-01T00:00:00Z", CultureInfo.InvariantCulture), caller);
    }
}
