using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>What a person does in a browser, and the client program behind it: authorization code with PKCE.</summary>
public sealed partial class Browser(Uri web) : IDisposable
{
    public const string Callback = "http://127.0.0.1:5432/callback";

    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    public string AuthorizeUrl(string client = "demo", string redirectUri = Callback) => QueryHelpers.AddQueryString(
        "/connect/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = client,
            ["redirect_uri"] = redirectUri,
            ["scope"] = "openid profile offline_access",
            ["state"] = "s-1",
            ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        });

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(web, path));

    /// <summary>Where a page redirects to.</summary>
    public async Task<string> LocationAsync(string path)
    {
        using var response = await GetAsync(path);
        return response.Headers.Location?.OriginalString ?? $"{(int)response.StatusCode}";
    }

    /// <summary>Fills in the log-in page that <paramref name="page"/> is; answers where it leads.</summary>
    public Task<HttpResponseMessage> LoginAsync(string page, string userName, string password) =>
        SubmitAsync(page, ("userName", userName), ("password", password));

    public Task<HttpResponseMessage> ChangePasswordAsync(string page, string current, string chosen, string? repeated = null) =>
        SubmitAsync(page, ("currentPassword", current), ("newPassword", chosen), ("repeatPassword", repeated ?? chosen));

    public async Task<HttpResponseMessage> SubmitAsync(string page, params (string Name, string Value)[] filled)
    {
        using var shown = await GetAsync(page);
        return await SubmitFormAsync(await shown.Content.ReadAsStringAsync(), filled);
    }

    /// <summary>Fills in a page that was fetched before.</summary>
    public async Task<HttpResponseMessage> SubmitFormAsync(string html, params (string Name, string Value)[] filled)
    {
        var fields = HiddenPattern().Matches(html).ToDictionary(
            match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        var action = ActionPattern().Match(html).Groups[1].Value;
        return await http.PostAsync(new Uri(web, action), new FormUrlEncodedContent(fields));
    }

    /// <summary>The code that the authorization endpoint sends to the client, once logged in.</summary>
    public async Task<string> CodeAsync()
    {
        var location = await LocationAsync(AuthorizeUrl());
        Assert.StartsWith(Callback, location);
        return QueryHelpers.ParseQuery(new Uri(location).Query)["code"].ToString();
    }

    public Task<JsonElement> ExchangeAsync(string code, string? otherVerifier = null) => TokenAsync(
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback),
        ("code_verifier", otherVerifier ?? verifier));

    public Task<JsonElement> RefreshAsync(JsonElement tokens) => TokenAsync(
        ("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

    /// <summary>What a system does that calls by itself.</summary>
    public async Task<JsonElement> ClientCredentialsAsync(string client, string secret)
    {
        using var response = await http.PostAsync(new Uri(web, "/connect/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret,
        }));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> TokenAsync(params (string Name, string Value)[] fields)
    {
        using var response = await http.PostAsync(new Uri(web, "/connect/token"), new FormUrlEncodedContent(
            [KeyValuePair.Create("client_id", "demo"), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenPattern();

    [GeneratedRegex("<form[^>]*\\baction=\"([^\"]*)\"")]
    private static partial Regex ActionPattern();
}
