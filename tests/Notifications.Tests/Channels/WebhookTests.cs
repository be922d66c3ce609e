using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Hosting;
using StudySuite.Notifications.Senders;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

public sealed class WebhookTests(ChannelCounty county) : WebhookCases(county), IClassFixture<ChannelCounty>;

[Trait("Needs", "Servers")]
public sealed class WebhookOnServersTests(ChannelCountyOnServers county)
    : WebhookCases(county), IClassFixture<ChannelCountyOnServers>;

/// <summary>The same on both databases, with a real receiver.</summary>
public abstract class WebhookCases(ChannelCounty county)
{
    private const string Secret = "geheim-0123456789";

    [Fact]
    public async Task Alert_Overdue_ComesAsASignedCloudEvent()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());
        var notice = county.NewNotice();

        await county.DeliverAsync(County.Overdue(notice));
        await county.PassUntilAsync(() => !receiver.Taken.IsEmpty, "the webhook");

        var posted = Assert.Single(receiver.Taken);
        var (id, timestamp) = (posted.Headers["webhook-id"], posted.Headers["webhook-timestamp"]);
        Assert.Equal("application/cloudevents+json; charset=utf-8", posted.Headers["Content-Type"]);
        Assert.Equal(
            $"v1,{WebhookSender.Sign(Secret, id, timestamp, System.Text.Encoding.UTF8.GetBytes(posted.Body))}",
            posted.Headers["webhook-signature"]);
        var cloudEvent = JsonSerializer.Deserialize<JsonElement>(posted.Body);
        Assert.Equal("1.0", cloudEvent.GetProperty("specversion").GetString());
        Assert.Equal((id, notice), (cloudEvent.GetProperty("id").GetString(), cloudEvent.GetProperty("subject").GetString()));
        var data = cloudEvent.GetProperty("data");
        Assert.Equal("RECTIFICATION_DEADLINE", data.GetProperty("kind").GetString());
        Assert.Equal("OVERDUE", data.GetProperty("level").GetString());
        Assert.Equal("县科工局", data.GetProperty("unitName").GetString());
        Assert.Equal($"https://study.example.cn/{notice}", data.GetProperty("link").GetString());
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Receiver_DownForAWhile_NothingLostNothingDoubled()
    {
        await using var receiver = new WebhookReceiver();
        var channel = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());
        var notices = Enumerable.Range(0, 6).Select(_ => county.NewNotice()).ToList();
        foreach (var notice in notices.Take(3))
        {
            await county.DeliverAsync(County.Overdue(notice));
        }

        await county.PassUntilAsync(
            () => Failures(channel) is ["UNREACHABLE", ..], "a failed try while the receiver is down");
        // It comes back, first with trouble of its own.
        var troubles = 2;
        receiver.Answer = _ => Interlocked.Decrement(ref troubles) >= 0 ? (503, "later") : (204, "");
        await receiver.StartAsync();
        foreach (var notice in notices.Skip(3))
        {
            await county.DeliverAsync(County.Overdue(notice));
        }

        await county.PassUntilAsync(() => receiver.Taken.Count >= notices.Count, "all events", 2);
        await county.PassUntilAsync(() => Sent(channel) == notices.Count, "the log to say so");

        var subjects = receiver.Taken.Select(posted => JsonSerializer.Deserialize<JsonElement>(posted.Body))
            .Select(cloudEvent => cloudEvent.GetProperty("subject").GetString());
        Assert.Equal(notices.Order(StringComparer.Ordinal), subjects.Order(StringComparer.Ordinal));
        Assert.Equal(notices.Count, receiver.Taken.Select(posted => posted.Headers["webhook-id"]).Distinct().Count());
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Receiver_RefusesForGood_ParkedThenRedelivered()
    {
        await using var receiver = new WebhookReceiver { Answer = _ => (400, "no") };
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());
        await county.DeliverAsync(County.Overdue(county.NewNotice()));

        await county.PassUntilAsync(
            () => county.DeliveriesAsync(channel, DeliveryState.Parked).GetAwaiter().GetResult().Count == 1, "parking", 5);
        var parked = Assert.Single(await county.DeliveriesAsync(channel));
        Assert.Equal((8, "HTTP_400"), (parked.Attempts, parked.Failure));
        receiver.Answer = _ => (200, "");
        Assert.Equal(0, (await county.Log.RedeliverParkedAsync(new() { Parent = "channels/another" })).Count);
        var said = new StringWriter();
        var verb = county.Host.Services.GetServices<ISuiteVerb>().Single(verb => verb.Name == "redeliver-parked");
        await verb.RunAsync([channel.Name.Split('/')[1]], said, CancellationToken.None);
        await county.PassUntilAsync(() => !receiver.Taken.IsEmpty, "redelivery");

        Assert.Equal("notifications: 1", said.ToString().Trim());
        Assert.Equal(parked.Name.Split('/')[^1], Assert.Single(receiver.Taken).Headers["webhook-id"]);
        await county.PassUntilAsync(() => Sent(channel) == 1, "the log to say so");
        var once = await county.Log.RedeliverDeliveryAsync(new() { Name = parked.Name });
        Assert.Equal(DeliveryState.Pending, once.State);
        await county.PassUntilAsync(() => receiver.Taken.Count == 2, "one more");
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Receiver_Redirects_NotFollowed()
    {
        await using var receiver = new WebhookReceiver
        {
            Answer = posted => posted.Path == "/elsewhere" ? (200, "") : (302, ""),
        };
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());

        var test = await county.Channels.TestChannelAsync(new() { Name = channel.Name });

        Assert.Equal((false, "HTTP_302"), (test.Delivered, test.Failure));
        Assert.Empty(receiver.Taken);
        await county.EndAsync(channel);
    }

    private List<string> Failures(Channel channel) => [.. county.DeliveriesAsync(channel).GetAwaiter().GetResult()
        .Select(delivery => delivery.Failure).Where(failure => failure.Length > 0)];

    private int Sent(Channel channel) =>
        county.DeliveriesAsync(channel, DeliveryState.Sent).GetAwaiter().GetResult().Count;
}
