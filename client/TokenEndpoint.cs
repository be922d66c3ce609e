using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace StudySuite.Client;

/// <summary>What <c>/connect/token</c> answers.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("error")] string? Error);

/// <summary>Asks the gateway for tokens.</summary>
internal sealed class TokenEndpoint(Uri gateway)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <exception cref="SignInRequiredException">Refused for good.</exception>
    /// <exception cref="HttpRequestException">The suite is away; the same may go well in a moment.</exception>
    public async Task<TokenAnswer> AskAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await Http.PostAsync(new Uri(gateway, "connect/token"), content, cancellationToken);
        if ((int)response.StatusCode is >= 500 or 429)
        {
            response.EnsureSuccessStatusCode();
        }

        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken);
        return answer?.AccessToken is not null ? answer
            : throw new SignInRequiredException(answer?.Error ?? response.StatusCode.ToString());
    }
}
