using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using StudySuite.Demo.Access;
using StudySuite.Notifications.V1;
using StudySuite.Supervision.V1;
using StudySuite.Testing;
using Notices = StudySuite.Supervision.V1.RectificationNoticeService.RectificationNoticeServiceClient;

namespace StudySuite.Suite.Tests;

/// <summary>The supervision office is told, through the gateway: inbox, board, live stream, webhook.</summary>
public abstract class NoticesTests(ISuite suite) : IDisposable
{
    private const string Unit = "units/xinxiang-hehe";
    /// <summary>Long for a loaded machine, and not for ever when nothing comes.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Overdue_ItemOfAUnit_IsInTheInboxOnTheBoardInTheStreamAndAtTheWebhookWithinSeconds()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        var channel = await GivenWebhookAsync(receiver);
        using var http = await HttpAsync("supervision");
        using var stream = await http.GetAsync(
            "notifications/v1/people/me/inboxItems:events", HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        Assert.Equal("event: unread", await events.ReadLineAsync());
        var notice = await GivenIssuedNoticeAsync();
        var watch = Stopwatch.StartNew();

        var (streamed, posted, listed) = (TimeOfStreamAsync(events, notice, watch), TimeOfWebhookAsync(receiver, notice, watch),
            TimeOfInboxAsync(notice, watch));
        await Task.WhenAll(streamed, posted, listed);

        TestContext.Current.SendDiagnosticMessage(
            $"{GetType().Name}: issued overdue to inbox {await listed} ms, stream {await streamed} ms, webhook {await posted} ms; "
            + "up to 1000 ms of it until the next sweep");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"from issue (sweep every 1000 ms) to inbox {await listed} ms, stream {await streamed} ms, webhook {await posted} ms");
        var board = await http.GetFromJsonAsync<JsonElement>("notifications/v1/units/-/alertBoard");
        Assert.Contains(board.GetProperty("units").EnumerateArray(), unit => unit.GetProperty("unit").GetString() == Unit);
        Assert.Single(receiver.Taken, taken => taken.Body.Contains(notice, StringComparison.Ordinal)
            && taken.Body.Contains("\"ESCALATED\"", StringComparison.Ordinal));
        await new ChannelService.ChannelServiceClient(cast["admin"].Calls).DisableChannelAsync(new() { Name = channel });
    }

    [Fact]
    public async Task Watch_OverGrpcThroughTheGateway_SendsTheAnswerToASuggestion()
    {
        var author = cast["hehe-secretary"];
        var inbox = new InboxService.InboxServiceClient(
            Grpc.Net.Client.GrpcChannel.ForAddress(suite.Demo.Grpc));
        var headers = new Grpc.Core.Metadata { { "authorization", $"Bearer {await author.TokenAsync()}" } };
        using var watch = inbox.WatchInbox(new() { Parent = "people/me" }, headers);
        await watch.ResponseHeadersAsync.WaitAsync(Soon);
        var box = new SuggestionService.SuggestionServiceClient(author.Calls);
        var made = await box.CreateSuggestionAsync(new()
        {
            Suggestion = new() { Kind = SuggestionKind.Complaint, Text = "页面太慢" },
        });
        await new SuggestionService.SuggestionServiceClient(cast["publicity"].Calls)
            .AnswerSuggestionAsync(new() { Name = made.Name, Answer = "已修复" });

        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken).WaitAsync(Soon));
        Assert.Equal(made.Name, watch.ResponseStream.Current.Subject);
        Assert.Equal("已修复", (await box.GetSuggestionAsync(new() { Name = made.Name })).Answer);
    }

    private async Task<string> GivenWebhookAsync(WebhookReceiver receiver)
    {
        using var http = await HttpAsync("admin");
        var id = $"suite-{Guid.CreateVersion7():n}";
        using var made = await http.PostAsJsonAsync($"notifications/v1/channels?channelId={id}", new
        {
            title = "督查室",
            kind = "CHANNEL_KIND_WEBHOOK",
            address = receiver.Url(),
            secret = "suite-secret",
            subscriptions = new[] { new { role = "ALERT_ROLE_SUPERVISION_OFFICE", unit = "units/xinxiang" } },
        });
        made.EnsureSuccessStatusCode();
        using var enabled = await http.PostAsJsonAsync($"notifications/v1/channels/{id}:enable", new { });
        enabled.EnsureSuccessStatusCode();
        return $"channels/{id}";
    }

    /// <summary>
    /// Issued long ago on paper and entered now: overdue at once, and for so long that the highest level is told and
    /// those below it are not.
    /// </summary>
    private async Task<string> GivenIssuedNoticeAsync()
    {
        var id = $"late-{Guid.CreateVersion7():n}";
        var publicity = cast["publicity"].Calls;
        await new ProblemService.ProblemServiceClient(publicity).CreateProblemAsync(new()
        {
            Parent = Unit,
            ProblemId = id,
            Problem = new Problem
            {
                Source = ProblemSource.SupervisionCheck, Organiser = "units/xinxiang", Text = "记录不全", Category = "档案",
                FoundOn = "2023-03-01",
            },
        });
        var notices = new Notices(publicity);
        await notices.CreateRectificationNoticeAsync(new()
        {
            Parent = Unit,
            RectificationNoticeId = id,
            RectificationNotice = new RectificationNotice
            {
                Organiser = "units/xinxiang", Basis = "督导检查", Requirements = "限期整改。", Contact = "县委宣传部",
                Items = { new RectificationItem { Problem = $"{Unit}/problems/{id}", Requirement = "补齐记录。" } },
            },
        });
        var name = $"{Unit}/rectificationNotices/{id}";
        await notices.IssueRectificationNoticeAsync(new() { Name = name, IssuedOn = "2023-03-02", NumberPrefix = "新督改" });
        return name;
    }

    private static async Task<long> TimeOfStreamAsync(StreamReader events, string notice, Stopwatch watch)
    {
        while (await events.ReadLineAsync().WaitAsync(Soon) is { } line)
        {
            if (line.Contains(notice, StringComparison.Ordinal))
            {
                return watch.ElapsedMilliseconds;
            }
        }

        throw new EndOfStreamException("The live stream ended before the alert came.");
    }

    private static async Task<long> TimeOfWebhookAsync(WebhookReceiver receiver, string notice, Stopwatch watch)
    {
        await Wait.UntilAsync(
            () => Task.FromResult(receiver.Taken.Any(posted => posted.Body.Contains(notice, StringComparison.Ordinal))),
            "the webhook");
        return watch.ElapsedMilliseconds;
    }

    private async Task<long> TimeOfInboxAsync(string notice, Stopwatch watch)
    {
        var inbox = new InboxService.InboxServiceClient(cast["supervision"].Calls);
        await Wait.UntilAsync(
            async () => (await inbox.ListInboxItemsAsync(new() { Parent = "people/me", PageSize = 5 }))
                .InboxItems.Any(item => item.Subject == notice && item.Level == AlertLevel.Escalated),
            "the inbox");
        return watch.ElapsedMilliseconds;
    }

    private async Task<HttpClient> HttpAsync(string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return http;
    }
}
