using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

/// <summary>Each robot in its vendor's form, as the vendors' own examples have it.</summary>
public sealed class RobotTests(ChannelCounty county) : IClassFixture<ChannelCounty>
{
    private const string Secret = "SEC-0123456789";

    [Fact]
    public async Task Wecom_Text_InItsForm()
    {
        await using var receiver = new WebhookReceiver();
        var body = await SampleAsync(receiver, ChannelKind.WecomRobot, receiver.Url("/cgi-bin/webhook/send?key=k-1"));

        var posted = Assert.Single(receiver.Taken);
        Assert.Equal(("/cgi-bin/webhook/send", "?key=k-1"), (posted.Path, posted.Query));
        Assert.Equal("text", body.GetProperty("msgtype").GetString());
        Assert.StartsWith("渠道测试\n", body.GetProperty("text").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dingtalk_Text_SignedInTheQuery()
    {
        await using var receiver = new WebhookReceiver();
        var body = await SampleAsync(receiver, ChannelKind.DingtalkRobot, receiver.Url("/robot/send?access_token=t-1"));

        var query = HttpUtility.ParseQueryString(Assert.Single(receiver.Taken).Query);
        var timestamp = query["timestamp"]!;
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{Secret}"));
        Assert.Equal(county.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(), timestamp);
        Assert.Equal(("t-1", Convert.ToBase64String(expected)), (query["access_token"], query["sign"]));
        Assert.Equal("text", body.GetProperty("msgtype").GetString());
    }

    [Fact]
    public async Task Feishu_Text_SignedInTheBody()
    {
        await using var receiver = new WebhookReceiver();
        var body = await SampleAsync(receiver, ChannelKind.FeishuRobot, receiver.Url("/open-apis/bot/v2/hook/h-1"));

        var timestamp = body.GetProperty("timestamp").GetString()!;
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{Secret}"), Array.Empty<byte>());
        Assert.Equal(Convert.ToBase64String(expected), body.GetProperty("sign").GetString());
        Assert.Equal("text", body.GetProperty("msg_type").GetString());
        Assert.StartsWith("渠道测试\n", body.GetProperty("content").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", "ROBOT_310000")]
    [InlineData("""{"code":19024,"msg":"Key Words Not Found"}""", "ROBOT_19024")]
    [InlineData("<html>", "ANSWER_UNKNOWN")]
    public async Task Robot_RefusesWith200_IsNoDelivery(string answer, string failure)
    {
        await using var receiver = new WebhookReceiver { Answer = _ => (200, answer) };
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.DingtalkRobot, receiver.Url(), Secret);

        var test = await county.Channels.TestChannelAsync(new() { Name = channel.Name });

        Assert.Equal((false, failure), (test.Delivered, test.Failure));
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Robot_SeveralDueAtOnce_OneMessageThatKeepsToTheLimit()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.WecomRobot, receiver.Url(), Secret, wanted =>
        {
            wanted.Mode = DeliveryMode.Digest;
            wanted.DigestTime = county.TimeIn(minutes: 2);
        });
        for (var i = 0; i < 18; i++)
        {
            await county.DeliverAsync(County.Overdue(county.NewNotice("weijian")));
        }

        await county.PassUntilAsync(() => !receiver.Taken.IsEmpty, "the digest", 5);

        var content = JsonSerializer.Deserialize<JsonElement>(Assert.Single(receiver.Taken).Body)
            .GetProperty("text").GetProperty("content").GetString()!;
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 1000, 2048);
        Assert.Matches("另有[0-9]+条", content);
        await county.EndAsync(channel);
    }

    private async Task<JsonElement> SampleAsync(WebhookReceiver receiver, ChannelKind kind, string url)
    {
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(kind, url, Secret);
        var test = await county.Channels.TestChannelAsync(new() { Name = channel.Name });
        await county.EndAsync(channel);

        Assert.Equal((true, ""), (test.Delivered, test.Failure));
        return JsonSerializer.Deserialize<JsonElement>(receiver.Taken.Single().Body);
    }
}
