using System.Net.Http.Json;
using StudySuite.Demo.Access;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>Channels and the box for complaints and suggestions through the gateway, by REST.</summary>
public abstract class WaysOutTests(ISuite suite) : IDisposable
{
    private readonly string id = $"out-{Guid.CreateVersion7():n}";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Channel_OfAnAdministrator_IsOffUntilItMayBeOnAndGoesOnlyWhereAllowed()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        using var admin = await suite.RestAsync(cast["admin"]);
        using var publicity = await suite.RestAsync(cast["publicity"]);
        var denied = await publicity.SendAsync("notifications/v1/channels", New("https://example.cn/hook"));
        var elsewhere = await admin.SendAsync("notifications/v1/channels", New("http://10.0.0.1/hook"));
        var made = await admin.SendAsync($"notifications/v1/channels?channelId={id}", New(receiver.Url()));
        var unsigned = await admin.SendAsync($"notifications/v1/channels/{id}:enable", new { });
        using var changed = await admin.PatchAsJsonAsync(
            $"notifications/v1/channels/{id}?updateMask=secret,title", new { title = "督查平台", secret = "suite-secret-0" });
        var enabled = await admin.SendAsync($"notifications/v1/channels/{id}:enable", new { });
        var tested = await admin.SendAsync($"notifications/v1/channels/{id}:test", new { });
        var inUse = await Door.AnswerAsync(await admin.DeleteAsync(new Uri(suite.Web, $"notifications/v1/channels/{id}")));
        var log = await admin.JsonAsync($"notifications/v1/channels/{id}/deliveries");
        await admin.SendAsync($"notifications/v1/channels/{id}:disable", new { });
        var gone = await Door.AnswerAsync(await admin.DeleteAsync(new Uri(suite.Web, $"notifications/v1/channels/{id}")));

        Assert.Equal((403, "ROLE_MISSING"), (denied.Status, denied.Reason));
        Assert.Contains("channel.address ADDRESS_NOT_ALLOWED", elsewhere.Violations);
        Assert.Equal((200, false), (made.Status, made.Body.TryGetProperty("enabled", out var on) && on.GetBoolean()));
        Assert.Equal((400, "CHANNEL_NEEDS_SECRET"), (unsigned.Status, unsigned.Reason));
        Assert.Equal((true, 200), (changed.IsSuccessStatusCode, enabled.Status));
        Assert.True(tested.Body.GetProperty("delivered").GetBoolean());
        Assert.Contains("studysuite.notifications.test.v1", Assert.Single(receiver.Taken).Body, StringComparison.Ordinal);
        Assert.Equal("CHANNEL_ENABLED", inUse.Reason);
        Assert.Empty(log.GetProperty("deliveries").EnumerateArray());
        Assert.Equal(200, gone.Status);
    }

    [Fact]
    public async Task Suggestion_FromTheBoxToTheAnswer_IsTrackedForItsAuthorOnly()
    {
        using var author = await suite.RestAsync(cast["hehe-secretary"]);
        using var publicity = await suite.RestAsync(cast["publicity"]);
        using var stranger = await suite.RestAsync(cast["kegong-secretary"]);
        var address = $"notifications/v1/suggestions/{id}";
        await author.SendAsync($"notifications/v1/suggestions?suggestionId={id}", new
        {
            kind = "SUGGESTION_KIND_COMPLAINT", text = "重复填报", anonymous = true,
        });
        var foreign = await Door.AnswerAsync(await stranger.GetAsync(new Uri(suite.Web, address)));
        var taken = await publicity.SendAsync($"{address}:take", new { });
        await publicity.SendAsync($"{address}:answer", new { answer = "已合并" });
        var reopened = await author.SendAsync($"{address}:reopen", new { reason = "仍有一处" });
        await publicity.SendAsync($"{address}:answer", new { answer = "已全部合并" });
        var notOwn = await publicity.SendAsync($"{address}:close", new { });
        var closed = await author.SendAsync($"{address}:close", new { });

        Assert.Equal((404, "SUGGESTION_NOT_FOUND"), (foreign.Status, foreign.Reason));
        Assert.Equal(("", "SUGGESTION_STATE_IN_PROGRESS"), (taken.Text("author"), taken.Text("state")));
        Assert.Equal("SUGGESTION_STATE_OPEN", reopened.Text("state"));
        Assert.Equal((403, "SUGGESTION_NOT_OWN"), (notOwn.Status, notOwn.Reason));
        Assert.Equal(("SUGGESTION_STATE_CLOSED", "已全部合并"), (closed.Text("state"), closed.Text("answer")));
        Assert.Equal(5, closed.Body.GetProperty("steps").GetArrayLength());
    }

    private static object New(string address) => new
    {
        title = "督查室",
        kind = "CHANNEL_KIND_WEBHOOK",
        address,
        subscriptions = new[] { new { role = "ALERT_ROLE_SUPERVISION_OFFICE", unit = "units/xinxiang-caizheng", minLevel = "ALERT_LEVEL_ESCALATED" } },
    };
}
