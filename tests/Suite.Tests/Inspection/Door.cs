using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StudySuite.Demo.Access;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>The gateway's REST side as one person.</summary>
internal static class Door
{
    public static async Task<HttpClient> RestAsync(this ISuite suite, Actor actor)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await actor.TokenAsync());
        return http;
    }

    public static Task<JsonElement> JsonAsync(this HttpClient http, string address) => http.GetFromJsonAsync<JsonElement>(address)!;

    public static async Task<Answer> SendAsync(this HttpClient http, string address, object body) =>
        await AnswerAsync(await http.PostAsJsonAsync(address, body));

    public static async Task<Answer> UploadAsync(this HttpClient http, string address, string text)
    {
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        return await AnswerAsync(await http.PostAsync(address, bytes));
    }

    public static async Task<Answer> AnswerAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new Answer((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(text));
        }
    }
}

/// <summary>What a call over REST was answered.</summary>
internal sealed record Answer(int Status, JsonElement Body)
{
    /// <summary>The stable reason of a refusal, or of the first field that is wrong.</summary>
    public string Reason => Details.Select(detail => detail.TryGetProperty("reason", out var reason) ? reason.GetString()! : "")
        .FirstOrDefault(reason => reason.Length > 0, "");

    /// <summary>Field and reason of everything that is wrong.</summary>
    public IReadOnlyList<string> Violations =>
    [
        .. Details.SelectMany(detail => detail.TryGetProperty("fieldViolations", out var wrong) ? wrong.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Select(violation => $"{violation.GetProperty("field").GetString()} {violation.GetProperty("reason").GetString()}"),
    ];

    public string Text(string property) => Body.GetProperty(property).GetString()!;

    private IEnumerable<JsonElement> Details =>
        Body.TryGetProperty("details", out var details) ? details.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
