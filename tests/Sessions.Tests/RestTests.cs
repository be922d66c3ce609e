using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StudySuite.Sessions.Tests;

/// <summary>The same surface as JSON over HTTP: paths with literals and verbs, nested names, bytes.</summary>
public sealed class RestTests
{
    [Fact]
    public async Task Rest_LoopByJson_ReachesTheArchive()
    {
        await using var county = await County.OpenAsync();
        var (secretary, leader) = (county.Secretary.Http, county.Leader.Http);

        await PostAsync(secretary, $"{County.Unit}/sessions?session_id=march", new
        {
            topic = "学习", forms = new[] { "SESSION_FORM_DISCUSSION" }, unplannedReason = "上级部署", plannedOn = "2023-03-20",
        });
        var scheme = await secretary.PatchAsJsonAsync($"/sessions/v1/{County.Session}/scheme", new
        {
            startTime = "2023-03-20T01:00:00Z", place = "三楼", chair = "李组长", agenda = new[] { new { item = "研讨" } },
        });
        Assert.Equal(HttpStatusCode.OK, scheme.StatusCode);
        await PostAsync(secretary, $"{County.Session}/scheme:submit", new { });
        await PostAsync(leader, $"{County.Session}/scheme:approve", new { });
        await PostAsync(secretary, $"{County.Session}/notice:issue", new { issuedOn = "2023-03-10" });
        await PostAsync(secretary, $"{County.Session}:hold", new { heldOn = "2023-03-20", materialVolumes = 0 });
        await PostAsync(secretary, $"{County.Session}/roll:mark", new
        {
            marks = new[] { new { person = "people/p-wang", status = "ATTENDANCE_STATUS_PRESENT" } },
        });
        await PostAsync(secretary, $"{County.Session}:correct", new
        {
            session = new { materialVolumes = 12 }, updateMask = "materialVolumes", reason = "补记",
        }, HttpStatusCode.OK);
        var record = await secretary.PatchAsJsonAsync($"/sessions/v1/{County.Session}/record", new
        {
            recorder = "周秘书", content = "学习", conclusions = "落实", noPublicityReason = "内部",
            speeches = new[] { new { displayName = "王某", kind = "SPEECH_KIND_KEYNOTE", mainPoints = "体会" } },
        });
        Assert.Equal(HttpStatusCode.OK, record.StatusCode);
        await PostAsync(secretary, $"{County.Session}/record:submit", new { });
        await PostAsync(secretary, $"{County.Session}/record:checkNotes", new { });
        await PostAsync(secretary, $"{County.Session}:complete", new { });
        var archive = await PostAsync(secretary, $"{County.Session}:archive", new { });
        var item = archive.GetProperty("items")[6].GetProperty("name").GetString();
        var bytes = await secretary.GetAsync($"/sessions/v1/{item}:download", TestContext.Current.CancellationToken);

        Assert.Equal("application/json", bytes.Content.Headers.ContentType?.MediaType);
        var text = await bytes.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"conclusions\":\"落实\"", text);
    }

    [Fact]
    public async Task Rest_BatchOfActivities_TakesOneCall()
    {
        await using var county = await County.OpenAsync();

        var answer = await PostAsync(county.Secretary.Http, $"{County.Unit}/activities:batchCreate", new
        {
            requests = new[]
            {
                new { activity = new { kind = "ACTIVITY_KIND_MICRO_VIDEO", title = "微视频", team = "融媒体", happenedOn = "2023-05-05" } },
            },
        });

        Assert.Equal(1, answer.GetProperty("activities").GetArrayLength());
    }

    private static async Task<JsonElement> PostAsync(
        HttpClient client, string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await client.PostAsJsonAsync($"/sessions/v1/{path}", body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
