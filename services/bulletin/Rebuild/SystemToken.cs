using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;

namespace StudySuite.Bulletin.Rebuild;

/// <summary>Asks directory for a token of the bulletin service's own identity (client credentials).</summary>
internal sealed class SystemToken(IOptions<SourceOptions> options)
{
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.SecretFile.Length == 0 || !File.Exists(settings.SecretFile))
        {
            throw RebuildErrors.NotConfigured("Bulletin:Sources:SecretFile");
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = SystemIdentity.Bulletin,
            ["client_secret"] = (await File.ReadAllTextAsync(settings.SecretFile, cancellationToken)).Trim(),
        });
        try
        {
            using var answer = await http.PostAsync(new Uri(settings.TokenUri), form, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return token.GetProperty("access_token").GetString()!;
        }
        catch (HttpRequestException)
        {
            throw RebuildErrors.SourceUnavailable(settings.TokenUri);
        }
    }
}
