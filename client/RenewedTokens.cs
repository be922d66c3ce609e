namespace StudySuite.Client;

/// <summary>Holds an access token and gets the next one in time, once however many calls wait for it.</summary>
public abstract class RenewedTokens : ITokenSource, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(45);

    private readonly TimeProvider clock;
    private readonly SemaphoreSlim gate = new(1);
    private string token = "";
    private DateTimeOffset endsAt;

    private protected RenewedTokens(TimeProvider? clock) => this.clock = clock ?? TimeProvider.System;

    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() + Margin >= endsAt)
            {
                Hold(await RenewAsync(cancellationToken));
            }

            return token;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<TokenAnswer> RenewAsync(CancellationToken cancellationToken);

    private protected void Hold(TokenAnswer answer) =>
        (token, endsAt) = (answer.AccessToken!, clock.GetUtcNow().AddSeconds(answer.ExpiresIn));
}

/// <summary>A person who has signed in. A refresh token is good once, so each new one is handed out to be
/// kept.</summary>
/// <param name="kept">Stores the newest refresh token where no other program reads it; called before it is first
/// used.</param>
public sealed class RefreshingTokens(Uri gateway, string clientId, string refreshToken, Action<string> kept,
    TimeProvider? clock = null)
    : RenewedTokens(clock)
{
    private readonly TokenEndpoint endpoint = new(gateway);
    private string current = refreshToken;

    private protected override async Task<TokenAnswer> RenewAsync(CancellationToken cancellationToken)
    {
        var answer = await endpoint.AskAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["client_id"] = clientId, ["refresh_token"] = current,
        }, cancellationToken);
        Keep(answer);
        return answer;
    }

    internal void Take(TokenAnswer answer)
    {
        Keep(answer);
        Hold(answer);
    }

    private void Keep(TokenAnswer answer)
    {
        if (answer.RefreshToken is { Length: > 0 } next)
        {
            current = next;
            kept(next);
        }
    }
}

/// <summary>Another system, by the id and secret that the administrator gave it.</summary>
public sealed class SystemTokens(Uri gateway, string clientId, string secret, TimeProvider? clock = null)
    : RenewedTokens(clock)
{
    private readonly TokenEndpoint endpoint = new(gateway);

    private protected override Task<TokenAnswer> RenewAsync(CancellationToken cancellationToken) => endpoint.AskAsync(
        new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret,
        }, cancellationToken);
}
