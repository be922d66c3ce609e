using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

/// <summary>
/// One session from the plan's item to the archive with each fact entered once: every value that a person types on the
/// way is collected, and none may come twice.
/// </summary>
public class OneEntryTests
{
    private readonly List<(string Field, string Value)> typed = [];

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Session_FromPlanItemToArchive_AsksEachFactOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        var (secretary, leader) = (county.Secretary.Http, county.Leader.Http);

        await county.Host.DeliverAsync(new PlanApproved(
            $"{County.Unit}/plans/2023", "xinxiang-kegong", 2023, new DateOnly(2023, 1, 10), 3,
            [new PlannedItem("12", 12, "学习全会精神", ["DISCUSSION", "LECTURE"], ["全会公报"], ["王某", "赵某"], "省委党校 陈教授")]));
        await SendAsync(secretary, HttpMethod.Post, $"{County.Unit}/sessions?session_id=march", new
        {
            planItem = $"{County.Unit}/plans/2023/items/12", plannedOn = "2023-12-20",
        });
        await SendAsync(secretary, HttpMethod.Patch, $"{County.Session}/scheme?updateMask=place,agenda,materials", new
        {
            startClock = "09:00", place = "三楼会议室", agenda = new[] { new { item = "领学原文", minutes = 30 }, new { item = "研讨交流", minutes = 90 } },
            materials = new[] { new { title = "全会文件汇编", kind = "MATERIAL_KIND_FILE", volumes = 15 } },
        });
        var topic = await SendAsync(secretary, HttpMethod.Post, $"{County.Unit}/firstTopics", new
        {
            title = "重要讲话", publishedOn = "2023-12-18", textBasis = "TEXT_BASIS_FULL",
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
            firstTopics = new[] { topic.GetProperty("name").GetString() }, content = "围绕全会精神学习研讨", conclusions = "抓好落实",
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
        var ledger = await SendAsync(secretary, HttpMethod.Get, topic.GetProperty("name").GetString()!, null);

        Assert.Empty(typed.GroupBy(fact => fact.Value).Where(fact => fact.Count() > 1).Select(fact => fact.Key));
        Assert.Equal(17, typed.Count);
        Assert.Equal(("学习全会精神", 2), (session.GetProperty("topic").GetString(), session.GetProperty("forms").GetArrayLength()));
        Assert.Equal(["全会公报", "王某", "赵某"], Texts(scheme, "readingList").Concat(Texts(scheme, "keynoteSpeakers")));
        Assert.Equal("省委党校 陈教授", record.GetProperty("lecturer").GetString());
        Assert.Equal("FIRST_TOPIC_STATE_STUDIED", ledger.GetProperty("state").GetString());
        Assert.Equal((County.Session, "2023-12-20", "李组长", 3), (
            Text(ledger, "session"), Text(ledger, "studiedOn"), Text(ledger, "chair"),
            ledger.GetProperty("study").GetProperty("participants").GetInt32()));
        Assert.Equal("2023-12-20", archive.GetProperty("archivedOn").GetString());
        Assert.Equal("2023-12-20T01:00:00Z", scheme.GetProperty("startTime").GetString());
        Assert.Equal("李组长", scheme.GetProperty("chair").GetString());
        Assert.Equal("周秘书", record.GetProperty("recorder").GetString());
        Assert.Equal(2, record.GetProperty("agenda").GetArrayLength());
        Assert.Equal("王某", record.GetProperty("speeches")[0].GetProperty("displayName").GetString());
        Assert.Equal(("2023-12-20", 15), (session.GetProperty("heldOn").GetString(), session.GetProperty("materialVolumes").GetInt32()));
    }

    [Fact]
    public async Task CreateSession_PlanNotHeardOf_AsksForTopicAndForms()
    {
        await using var county = await County.OpenAsync(Backing);
        var asked = new Session { PlanItem = $"{County.Unit}/plans/2023/items/12", PlannedOn = "2023-12-20" };

        var refusal = await Refusal.OfAsync(county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, Session = asked }));
        await county.Host.DeliverAsync(Amended(2, "新主题"));
        await county.Host.DeliverAsync(Amended(1, "旧主题"));
        var created = await county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, Session = asked });
        asked.Topic = "另定主题";
        var own = await county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, Session = asked });

        Assert.Equal(["session.forms FIELD_REQUIRED", "session.topic FIELD_REQUIRED"], refusal.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(("新主题", "另定主题"), (created.Topic, own.Topic));

        static PlanAmended Amended(long version, string topic) => new(
            $"{County.Unit}/plans/2023", "xinxiang-kegong", 2023, 2, new DateOnly(2023, 6, 1), "调整", version,
            [new PlannedItem("12", 12, topic, ["READING_CLASS"], [], [], "")]);
    }

    private static IEnumerable<string> Texts(JsonElement message, string field) =>
        message.GetProperty(field).EnumerateArray().Select(text => text.GetString()!);

    private static string Text(JsonElement topic, string field) => topic.GetProperty("study").GetProperty(field).GetString()!;

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

[Trait("Needs", "Servers")]
public sealed class OneEntryOnServersTests : OneEntryTests
{
    protected override Backing Backing => Backing.Servers;
}
