using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StudySuite.Demo.Access;

namespace StudySuite.Suite.Tests.Examples;

/// <summary>Understands the lines of the examples: who speaks from here on, and what is sent.</summary>
internal sealed partial class ExampleSender(ISuite suite, Cast cast) : IDisposable
{
    private static readonly Dictionary<string, string> Speakers = new()
    {
        ["系统管理员"] = "admin", ["安全管理员"] = "security-admin", ["审计管理员"] = "audit-admin", ["宣传部"] = "publicity",
        ["宣传部负责人"] = "publicity-head", ["督查室"] = "supervision", ["学习秘书"] = "zhang", ["组长"] = "li", ["旁听员"] = "wang",
    };

    private readonly HttpClient http = new() { BaseAddress = suite.Web };
    private string speaker = "";
    private string item = "";
    private string secret = "";

    public int Sent { get; private set; }

    public List<string> Refused { get; } = [];

    public async Task TakeAsync(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal) && Speakers.TryGetValue(line[2..], out var user))
        {
            speaker = user;
            // The examples before may have granted a role.
            cast[user].Refresh();
        }
        else if (Call().Match(line) is { Success: true } call)
        {
            var body = call.Groups["body"].Value.Replace("people/me/inboxItems/1", item, StringComparison.Ordinal);
            await SendAsync(line, new HttpMethod(call.Groups["verb"].Value), call.Groups["path"].Value,
                call.Groups["body"].Success ? new StringContent(body, Encoding.UTF8, "application/json") : null);
        }
        else if (Upload().Match(line) is { Success: true } upload)
        {
            await SendAsync(line, HttpMethod.Post, upload.Groups["path"].Value,
                new StringContent("原原本本学，联系实际学。", Encoding.UTF8, "text/plain"));
        }
        else if (line.Contains("client_credentials", StringComparison.Ordinal))
        {
            await SendAsync(line, HttpMethod.Post, "/connect/token",
                new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_id"] = "oa", ["client_secret"] = secret,
            }));
        }
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(string line, HttpMethod verb, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(verb, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await cast[speaker].TokenAsync());
        using var answer = await http.SendAsync(request);
        Sent++;
        if (!answer.IsSuccessStatusCode)
        {
            Refused.Add($"{speaker}: {line} → {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        else if (answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            await RememberAsync(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
        }
    }

    /// <summary>What the examples call by a name of their own: a password, a secret, an item of the inbox.</summary>
    private async Task RememberAsync(JsonElement answer)
    {
        if (answer.TryGetProperty("oneTimePassword", out var password))
        {
            await cast.TakeOverAsync(
                answer.GetProperty("person").GetProperty("userName").GetString()!,
                password.GetString()!, CancellationToken.None);
        }

        secret = answer.TryGetProperty("secret", out var made) && made.ValueKind == JsonValueKind.String
            ? made.GetString()!
            : secret;
        item = answer.TryGetProperty("inboxItems", out var items) && items.GetArrayLength() > 0
            ? items[0].GetProperty("name").GetString()!
            : item;
    }

    [GeneratedRegex("^call (?<verb>[A-Z]+) '(?<path>[^']+)'(?: '(?<body>[^']*)')?$")]
    private static partial Regex Call();

    [GeneratedRegex("-X POST \"\\$API(?<path>[^\"]+)\"")]
    private static partial Regex Upload();
}
