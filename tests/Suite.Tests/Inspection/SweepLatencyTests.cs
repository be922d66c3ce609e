using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>From the sweep that finds something overdue to the supervision office's inbox and webhook.</summary>
public abstract class SweepLatencyTests(ISuite suite) : IDisposable
{
    private const int Rounds = 5;
    private const string Unit = "xinxiang-dazhaoying";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Look-backs that are long overdue when their report is accepted: nothing but the next sweep finds them. The delay is
    /// told, not judged: it is counted from the moment that the sweep wrote down for the alert.
    /// </summary>
    [Fact]
    public async Task Overdue_FoundByASweep_IsInInboxStreamAndWebhookOnce()
    {
        await using var receiver = new WebhookReceiver();
        var posts = new ConcurrentDictionary<string, DateTimeOffset>();
        receiver.Answer = posted =>
        {
            if (SubjectOf(posted.Body) is { } subject)
            {
                posts.TryAdd(subject, TimeProvider.System.GetUtcNow());
            }

            return (200, "");
        };
        await receiver.StartAsync();
        var channel = await GivenWebhookAsync(receiver);
        using var http = await suite.RestAsync(cast["supervision"]);
        using var stream = await http.GetAsync(
            new Uri(suite.Web, "notifications/v1/people/me/inboxItems:events"), HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await stream.Content.ReadAsStreamAsync());

        for (var round = 1; round <= Rounds; round++)
        {
            var notice = new GivenNotice(cast, Unit, $"late-{Guid.CreateVersion7():n}");
            await notice.IssueAsync();
            await notice.BeginAsync();
            await notice.ReportAsync("考勤表复印件");
            await notice.As("supervision").AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2024-03-25" });

            var streamed = await StreamedAtAsync(events, notice.Name);
            await Wait.UntilAsync(() => Task.FromResult(posts.ContainsKey(notice.Name)), "the webhook");
            var fired = await FiredAtAsync(notice.Name);
            var listed = await http.JsonAsync("notifications/v1/people/me/inboxItems?pageSize=20");
            var item = Assert.Single(listed.GetProperty("inboxItems").EnumerateArray(), found => IsLookBack(found, notice.Name));
            var stored = item.GetProperty("createTime").GetDateTimeOffset();
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: after the sweep stored in the inbox {(stored - fired).TotalMilliseconds:0} ms, in the stream "
                + $"{(streamed - fired).TotalMilliseconds:0} ms, at the webhook {(posts[notice.Name] - fired).TotalMilliseconds:0} ms"));
        }

        Assert.Equal(Rounds, posts.Count);
        Assert.Equal(Rounds, receiver.Taken.Count(posted => SubjectOf(posted.Body) is not null));
        using var admin = await suite.RestAsync(cast["admin"]);
        await admin.SendAsync($"notifications/v1/{channel}:disable", new { });
    }

    private static string? SubjectOf(string body)
    {
        var cloudEvent = JsonSerializer.Deserialize<JsonElement>(body);
        return cloudEvent.GetProperty("data").GetProperty("kind").GetString() == "LOOK_BACK_DEADLINE"
            ? cloudEvent.GetProperty("subject").GetString()
            : null;
    }

    private static bool IsLookBack(JsonElement item, string notice) =>
        item.GetProperty("subject").GetString() == notice
        && item.GetProperty("kind").GetString() == "INBOX_ITEM_KIND_LOOK_BACK_DEADLINE";

    private static async Task<DateTimeOffset> StreamedAtAsync(StreamReader events, string notice)
    {
        while (await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal)
                && IsLookBack(JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]), notice))
            {
                return TimeProvider.System.GetUtcNow();
            }
        }

        throw new EndOfStreamException("The live stream ended before the alert came.");
    }

    private async Task<DateTimeOffset> FiredAtAsync(string notice)
    {
        await using var connection = await suite.OpenDatabaseAsync("supervision");
        await using var command = connection.CreateCommand();
        command.CommandText = "select fired_at from deadline_alert where subject = @subject and level = 'ESCALATED'";
        var subject = command.CreateParameter();
        (subject.ParameterName, subject.Value) = ("@subject", $"{notice}#1/lookBack");
        command.Parameters.Add(subject);
        return await command.ExecuteScalarAsync() switch
        {
            // SQLite keeps ticks.
            long ticks => new DateTimeOffset(ticks, TimeSpan.Zero),
            DateTime time => new DateTimeOffset(time.ToUniversalTime()),
            DateTimeOffset time => time,
            var other => throw new InvalidOperationException($"No sweep fired for {notice}: {other}"),
        };
    }

    private async Task<string> GivenWebhookAsync(WebhookReceiver receiver)
    {
        using var admin = await suite.RestAsync(cast["admin"]);
        var id = $"late-{Guid.CreateVersion7():n}";
        await admin.SendAsync($"notifications/v1/channels?channelId={id}", new
        {
            title = "督查室",
            kind = "CHANNEL_KIND_WEBHOOK",
            address = receiver.Url(),
            secret = "suite-secret",
            subscriptions = new[] { new { role = "ALERT_ROLE_SUPERVISION_OFFICE", unit = $"units/{Unit}" } },
        });
        var enabled = await admin.SendAsync($"notifications/v1/channels/{id}:enable", new { });
        Assert.Equal(200, enabled.Status);
        return $"channels/{id}";
    }
}
