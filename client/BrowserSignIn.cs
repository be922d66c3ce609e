using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StudySuite.Client;

/// <summary>
/// Log-in in the system's browser (authorization code with PKCE): the program never sees a password. Open
/// <see cref="Page"/>, wait for the browser to come to the redirect address, and give that to
/// <see cref="FinishAsync"/>.
/// </summary>
public sealed class BrowserSignIn
{
    private readonly Uri gateway;
    private readonly string clientId;
    private readonly Uri redirect;
    private readonly string verifier = Random();
    private readonly string state = Random();

    /// <param name="redirect">One that is registered for the client: for <c>mobile</c>
    /// <c>http://127.0.0.1:{port}/callback</c>, any port.</param>
    public BrowserSignIn(Uri gateway, string clientId, Uri redirect)
    {
        (this.gateway, this.clientId, this.redirect) = (gateway, clientId, redirect);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        Page = new Uri(gateway, "connect/authorize?response_type=code&scope=openid%20profile%20offline_access"
            + $"&client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(redirect.AbsoluteUri)}"
            + $"&code_challenge_method=S256&code_challenge={challenge}&state={state}");
    }

    public Uri Page { get; }

    /// <param name="callback">The address that the browser was sent to.</param>
    /// <param name="kept">See <see cref="RefreshingTokens"/>.</param>
    /// <exception cref="SignInRequiredException">The log-in was refused, or the answer is not to this one.</exception>
    public async Task<RefreshingTokens> FinishAsync(Uri callback, Action<string> kept,
        CancellationToken cancellationToken = default)
    {
        var answer = callback.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        if (answer.GetValueOrDefault("state") != state || !answer.TryGetValue("code", out var code))
        {
            throw new SignInRequiredException(answer.GetValueOrDefault("error") ?? "another log-in's answer");
        }

        var tokens = await new TokenEndpoint(gateway).AskAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = clientId, ["code"] = code,
            ["redirect_uri"] = redirect.AbsoluteUri, ["code_verifier"] = verifier,
        }, cancellationToken);
        var signedIn = new RefreshingTokens(gateway, clientId, tokens.RefreshToken ?? "", kept);
        signedIn.Take(tokens);
        return signedIn;
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
