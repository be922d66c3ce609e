using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using StudySuite.Demo.Access;

namespace StudySuite.Demo.Load;

/// <summary>Calls of the demo's people through the doors, one try each, by REST and by gRPC.</summary>
internal sealed class Hands : IDisposable
{
    private readonly Cast cast;
    private readonly HttpClient http;
    private readonly GrpcChannel channel;

    public Hands(Cast cast, Doors doors)
    {
        this.cast = cast;
        http = new HttpClient(doors, disposeHandler: false)
        {
            BaseAddress = new Uri("http://gateway/"), Timeout = TimeSpan.FromSeconds(60),
        };
        // Given the handler, the channel would take over how all connections are made.
        channel = GrpcChannel.ForAddress("http://gateway/", new GrpcChannelOptions { HttpClient = http });
    }

    public async Task PostAsync(string user, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        await SendAsync(user, request);
    }

    public async Task<JsonElement> GetAsync(string user, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return JsonSerializer.Deserialize<JsonElement>(await SendAsync(user, request));
    }

    public async Task ReadPageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        await SendAsync(null, request);
    }

    public async Task GrpcAsync<T>(string user, Func<CallInvoker, CallOptions, AsyncUnaryCall<T>> call)
    {
        var headers = new Metadata { { "authorization", $"Bearer {await cast[user].TokenAsync()}" } };
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60);
        await call(channel.CreateCallInvoker(), new CallOptions(headers, deadline));
    }

    /// <summary>All entries of a list, page after page.</summary>
    public async Task<List<JsonElement>> ListAsync(string user, string path)
    {
        var found = new List<JsonElement>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? next = ""; next is not null;)
        {
            var page = await GetAsync(user, $"{path}{separator}pageSize=200&pageToken={next}");
            found.AddRange(page.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(field => field.Value.EnumerateArray()));
            next = page.TryGetProperty("nextPageToken", out var token) && token.GetString() is { Length: > 0 } more
                ? Uri.EscapeDataString(more)
                : null;
        }

        return found;
    }

    public void Dispose()
    {
        channel.Dispose();
        http.Dispose();
    }

    private async Task<string> SendAsync(string? user, HttpRequestMessage request)
    {
        request.Headers.Authorization =
            user is null ? null : new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? text
            : throw new CallRefused($"{request.Method} {request.RequestUri!.PathAndQuery}", answer.StatusCode, text);
    }
}

/// <summary>An answer that is none of 2xx.</summary>
internal sealed class CallRefused(string call, HttpStatusCode status, string text)
    : Exception($"{call}: {(int)status} {text}")
{
    public bool IsPassing => (int)status >= 500 || status == HttpStatusCode.TooManyRequests;
}
