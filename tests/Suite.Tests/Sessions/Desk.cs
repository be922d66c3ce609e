using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StudySuite.Demo.Access;

namespace StudySuite.Suite.Tests;

/// <summary>
/// The desk of a unit's secretary at the gateway: one session of today, by REST. The year that the replay counts stays
/// as it is.
/// </summary>
internal sealed class Desk(ISuite suite, Cast cast) : IDisposable
{
    public const string Unit = "units/xinxiang-hehe";
    private readonly Dictionary<string, HttpClient> clients = [];

    public string Session { get; } = $"{Unit}/sessions/suite-{Guid.CreateVersion7():n}";

    /// <summary>In China.</summary>
    public static string Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8)).ToString("yyyy-MM-dd", null);

    public async Task<HttpClient> AsAsync(string user)
    {
        if (!clients.TryGetValue(user, out var http))
        {
            http = new HttpClient { BaseAddress = suite.Web };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
            clients[user] = http;
        }

        return http;
    }

    public Task<JsonElement> PostAsync(string path, object body) => SendAsync("hehe-secretary", HttpMethod.Post, path, body);

    public Task<JsonElement> GetAsync(string path) => SendAsync("hehe-secretary", HttpMethod.Get, path, null);

    public async Task<JsonElement> SendAsync(string user, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"sessions/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await (await AsAsync(user)).SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <returns>Status and, when refused, the reasons.</returns>
    public async Task<(int Status, string Body)> UploadAsync(string query, HttpContent content, string user = "hehe-secretary")
    {
        using var answer = await (await AsAsync(user)).PostAsync(
            $"sessions/v1/{Session}/files:upload{query}", content, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static ByteArrayContent Text(string text) => new(Encoding.UTF8.GetBytes(text));

    public async Task PlanAsync()
    {
        await PostAsync($"{Unit}/sessions?sessionId={Session.Split('/')[^1]}", new
        {
            topic = "学习贯彻重要会议精神", forms = new[] { "SESSION_FORM_DISCUSSION" }, unplannedReason = "根据形势任务需要", plannedOn = Today,
        });
        await SendAsync("hehe-secretary", HttpMethod.Patch, $"{Session}/scheme?updateMask=place,agenda", new
        {
            startClock = "09:00", place = "三楼会议室", agenda = new[] { new { item = "领学原文" }, new { item = "研讨交流" } },
        });
    }

    public async Task NotifyAsync()
    {
        await PostAsync($"{Session}/scheme:submit", new { });
        await SendAsync("hehe-leader", HttpMethod.Post, $"{Session}/scheme:approve", new { });
        await PostAsync($"{Session}/notice:issue", new { });
    }

    public async Task CompleteAsync()
    {
        await PostAsync($"{Session}/roll:mark", new
        {
            marks = new[] { new { person = "people/hehe-m01", status = "ATTENDANCE_STATUS_PRESENT" } },
        });
        await SendAsync("hehe-secretary", HttpMethod.Patch, $"{Session}/record", new
        {
            content = "围绕会议精神学习研讨", conclusions = "抓好落实", noPublicityReason = "内部学习",
            speeches = new[] { new { person = "people/hehe-m01", kind = "SPEECH_KIND_KEYNOTE", mainPoints = "结合分管工作谈认识" } },
        });
        await PostAsync($"{Session}/record:submit", new { });
        await PostAsync($"{Session}/record:checkNotes", new { });
        await PostAsync($"{Session}:complete", new { });
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }
}
