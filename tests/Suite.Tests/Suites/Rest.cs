using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using StudySuite.Demo.Access;

namespace StudySuite.Suite.Tests;

/// <summary>One person's REST calls through the gateway.</summary>
internal sealed class Rest : IDisposable
{
    private readonly HttpClient http;

    private Rest(HttpClient http) => this.http = http;

    public static async Task<Rest> AsAsync(ISuite suite, Cast cast, string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return new Rest(http);
    }

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(path);

    public Task<JsonElement> PostAsync(string path, object body) => AnswerAsync(http.PostAsJsonAsync(path, body));

    public Task<JsonElement> PutAsync(string path, object body) => AnswerAsync(http.PutAsJsonAsync(path, body));

    /// <summary>The stable reason of a refusal; the call must be refused.</summary>
    public async Task<string> ReasonAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.IsSuccessStatusCode, error.ToString());
        return error.GetProperty("details").EnumerateArray()
            .First(detail => detail.TryGetProperty("reason", out _)).GetProperty("reason").GetString()!;
    }

    public async Task<(string? Type, string? FileName, byte[] Bytes)> DownloadAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var content = answer.Content.Headers;
        return (content.ContentType?.MediaType, content.ContentDisposition?.FileNameStar, await answer.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> AnswerAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
