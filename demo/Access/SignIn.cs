using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StudySuite.Demo.Access;

/// <summary>Logs in as a person does: authorization code with PKCE through the log-in pages.</summary>
public sealed partial class SignIn(Uri web)
{
    private const string ClientId = "demo";
    private const string RedirectUri = "http://127.0.0.1/demo/signed-in";

    /// <param name="newPassword">Set when the page asks for a new password; null when that must not happen.</param>
    /// <returns>The access token and when it ends.</returns>
    public async Task<Tokens> WithPasswordAsync(
        string userName, string password, string? newPassword, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var page = new Uri(web, AuthorizeQuery(verifier));
        for (var hop = 0; hop < 12; hop++)
        {
            using var response = await GetAsync(browser, page, cancellationToken);
            if (response.Headers.Location is { } next)
            {
                var target = new Uri(page, next);
                if (target.AbsoluteUri.StartsWith(RedirectUri, StringComparison.Ordinal))
                {
                    return await ExchangeAsync(browser, CodeOf(target), verifier, cancellationToken);
                }

                page = target;
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(cancellationToken);
            page = await SubmitAsync(browser, page, html, userName, password, newPassword, cancellationToken);
        }

        throw new SignInFailed(userName, "too many redirects");
    }

    private async Task<HttpResponseMessage> GetAsync(HttpClient browser, Uri page, CancellationToken cancellationToken)
    {
        var response = await browser.GetAsync(OnGateway(page), cancellationToken);
        return (int)response.StatusCode < 400
            ? response
            : throw new SignInFailed(
                "", $"{page.AbsolutePath} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}",
                IsPassing(response));
    }

    /// <summary>Fills the form that is shown and returns where it leads.</summary>
    private async Task<Uri> SubmitAsync(
        HttpClient browser, Uri page, string html, string userName, string password, string? newPassword,
        CancellationToken cancellationToken)
    {
        var fields = InputPattern().Matches(html).Select(match => match.Value).ToDictionary(NameOf, ValueOf);
        foreach (var name in fields.Keys.ToList())
        {
            fields[name] = name.ToLowerInvariant() switch
            {
                "username" => userName,
                "password" or "currentpassword" => password,
                "newpassword" or "confirmpassword" or "repeatpassword" => newPassword
                    ?? throw new SignInFailed(userName, "a new password is asked for"),
                _ => fields[name],
            };
        }

        var action = ActionPattern().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : page.ToString();
        var target = new Uri(page, action);
        using var response = await browser.PostAsync(OnGateway(target), new FormUrlEncodedContent(fields), cancellationToken);
        if (response.Headers.Location is { } next)
        {
            return new Uri(target, next);
        }

        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        throw new SignInFailed(
            userName, $"{target.AbsolutePath} answered {(int)response.StatusCode}: {TagPattern().Replace(answer, " ")}", IsPassing(response));
    }

    private async Task<Tokens> ExchangeAsync(HttpClient browser, string code, string verifier, CancellationToken cancellationToken)
    {
        using var response = await browser.PostAsync(new Uri(web, "connect/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = ClientId,
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
            ["code_verifier"] = verifier,
        }), cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.TryGetProperty("access_token", out var token)
            ? new Tokens(token.GetString()!, TimeProvider.System.GetUtcNow().AddSeconds(answer.GetProperty("expires_in").GetInt32()))
            : throw new SignInFailed("", answer.ToString(), IsPassing(response));
    }

    private static bool IsPassing(HttpResponseMessage response) =>
        (int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.TooManyRequests;

    // The issuer's public name may not be reachable from here; the gateway that was named is.
    private Uri OnGateway(Uri uri) => new(web, uri.PathAndQuery);

    private static string AuthorizeQuery(string verifier) => "connect/authorize?response_type=code"
        + $"&client_id={ClientId}&redirect_uri={Uri.EscapeDataString(RedirectUri)}&scope=openid%20profile"
        + $"&code_challenge_method=S256&code_challenge={Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}";

    private static string CodeOf(Uri redirect)
    {
        var query = redirect.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        return query.TryGetValue("code", out var code) ? code : throw new SignInFailed("", redirect.Query);
    }

    private static string NameOf(string input) => NamePattern().Match(input).Groups[1].Value;

    private static string ValueOf(string input) => WebUtility.HtmlDecode(ValuePattern().Match(input).Groups[1].Value);

    [GeneratedRegex("<input[^>]*\\bname=\"[^\"]+\"[^>]*>")]
    private static partial Regex InputPattern();

    [GeneratedRegex("\\bname=\"([^\"]+)\"")]
    private static partial Regex NamePattern();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex ValuePattern();

    [GeneratedRegex("<form[^>]*\\baction=\"([^\"]*)\"")]
    private static partial Regex ActionPattern();

    [GeneratedRegex("<[^>]*>|\\s+")]
    private static partial Regex TagPattern();
}

public sealed record Tokens(string AccessToken, DateTimeOffset EndsAt);

/// <param name="isPassing">A service was away: the same may go well in a moment.</param>
public sealed class SignInFailed(string userName, string why, bool isPassing = false)
    : Exception($"Log-in of '{userName}' failed: {why}")
{
    public bool IsPassing => isPassing;
}
