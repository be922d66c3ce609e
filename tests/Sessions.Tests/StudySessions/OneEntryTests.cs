using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StudySuite.Sessions.Tests.StudySessions;

/// <summary>
/// One session from the plan's item to the archive with each fact entered once: every value that a person types on the
/// way is collected, and none may come twice.
/// </summary>
public sealed class OneEntryTests
{
    private readonly List<(string Field, string Value)> typed = [];

    [Fact]
    public async Task Session_FromPlanItemToArchive_AsksEachFactOnce()
    {
        await using var county = await County.OpenAsync();
        var (secretary, leader) = (county.Secretary.Http, county.Leader.Http);

        await SendAsync(secretary, HttpMethod.Post, $"{County.Unit}/sessions?session_id=march", new
        {
            topic = "学习全会精神", forms = new[] { "SESSION_FORM_DISCUSSION" }, plannedOn = "2023-12-20",
            planItem = $"{County.Unit}/plans/2023/items/12",
        });
        await SendAsync(secretary, HttpMethod.Patch, $"{County.Session}/scheme", new
        {
            startClock = "09:00", place = "三楼会议室", agenda = new[] { new { item = "领学原文", minutes = 30 }, new { item = "研讨交流", minutes = 90 } },
            keynoteSpeakers = new[] { "王某", "赵某" }, materials = new[] { new { title = "全会文件汇编", kind = "MATERIAL_KIND_FILE", volumes = 15 } },
        });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}/scheme:submit", new { });
        await SendAsync(leader, HttpMethod.Post, $"{County.Session}/scheme:approve", new { });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}/notice:issue", new { });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}:hold", new { });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}/roll:mark", new
        {
            marks = new[] { "p-leader", "p-secretary", "p-wang" }
                .Select(person => new { person = $"people/{person}", status = "ATTENDANCE_STATUS_PRESENT" }),
        });
        await SendAsync(secretary, HttpMethod.Patch, $"{County.Session}/record", new
        {
            content = "围绕全会精神学习研讨", conclusions = "抓好落实",
            speeches = new[] { new { person = "people/p-wang", kind = "SPEECH_KIND_KEYNOTE", mainPoints = "结合分管工作" } },
            publicityItems = new[] { new { outlet = "县融媒体", title = "科工局开展研讨", publishedOn = "2023-12-19" } },
        });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}/record:submit", new { });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}/record:checkNotes", new { });
        await SendAsync(secretary, HttpMethod.Post, $"{County.Session}:complete", new { });
        var archive = await SendAsync(secretary, HttpMethod.Post, $"{County.Session}:archive", new { });
        var record = await SendAsync(secretary, HttpMethod.Get, $"{County.Session}/record", null);
        var scheme = await SendAsync(secretary, HttpMethod.Get, $"{County.Session}/scheme", null);
        var session = await SendAsync(secretary, HttpMethod.Get, County.Session, null);

        Assert.Empty(typed.GroupBy(fact => fact.Value).Where(fact => fact.Count() > 1).Select(fact => fact.Key));
        Assert.Equal(18, typed.Count);
        Assert.Equal("2023-12-20", archive.GetProperty("archivedOn").GetString());
        Assert.Equal("2023-12-20T01:00:00Z", scheme.GetProperty("startTime").GetString());
        Assert.Equal("李组长", scheme.GetProperty("chair").GetString());
        Assert.Equal("周秘书", record.GetProperty("recorder").GetString());
        Assert.Equal(2, record.GetProperty("agenda").GetArrayLength());
        Assert.Equal("王某", record.GetProperty("speeches")[0].GetProperty("displayName").GetString());
        Assert.Equal(("2023-12-20", 15), (session.GetProperty("heldOn").GetString(), session.GetProperty("materialVolumes").GetInt32()));
    }

    private async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        var json = JsonSerializer.SerializeToElement(body);
        Collect(path, json);
        using var request = new HttpRequestMessage(method, $"/sessions/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>What is picked from a list (people, sessions, values of the contract) is not typed.</summary>
    private void Collect(string field, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Collect($"{field}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var one in value.EnumerateArray())
                {
                    Collect(field, one);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                var text = value.ToString();
                if (!Regex.IsMatch(text, "^(units/.*|people/.*|[A-Z]+(_[A-Z]+)+)$"))
                {
                    typed.Add((field, text));
                }

                break;
        }
    }
}
