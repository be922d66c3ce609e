using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

public sealed class ChannelTests(ChannelCounty county) : ChannelCases(county), IClassFixture<ChannelCounty>;

[Trait("Needs", "Servers")]
public sealed class ChannelOnServersTests(ChannelCountyOnServers county)
    : ChannelCases(county), IClassFixture<ChannelCountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class ChannelCases(ChannelCounty county)
{
    [Fact]
    public async Task CreateChannel_Then_OffAndTellsNoSecretAndIsAudited()
    {
        const string address = "http://127.0.0.1:9/cgi-bin/send?key=robot-key-1";
        var made = await county.Channels.CreateChannelAsync(new()
        {
            Channel = new Channel { Title = "企微群", Kind = ChannelKind.WecomRobot, Address = address, Secret = "s-secret-1" },
            ChannelId = $"wecom-{Guid.CreateVersion7():n}",
        });

        Assert.Equal((false, true, "127.0.0.1", "", ""), (made.Enabled, made.HasSecret, made.Host, made.Address, made.Secret));
        Assert.Equal(made, await county.Channels.GetChannelAsync(new() { Name = made.Name }));
        Assert.Contains(made, (await county.Channels.ListChannelsAsync(new() { PageSize = 200 })).Channels);
        var id = made.Name.Split('/')[1];
        var row = await county.Host.ReadAsync(db => db.Channels.SingleAsync(channel => channel.Id == id));
        Assert.DoesNotContain("robot-key-1", row.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("s-secret-1", row.Secret, StringComparison.Ordinal);
        var audited = await county.Host.ReadAsync(db => db.Set<AuditEntry>().SingleAsync(entry => entry.Resource == made.Name));
        Assert.Equal(("p-admin", "ChannelService/CreateChannel"), (audited.Actor, audited.Action));
    }

    [Fact]
    public async Task UpdateChannel_TitleOnly_KeepsAddressSecretAndTheRest()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        var made = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());

        var changed = await county.Channels.UpdateChannelAsync(new()
        {
            Channel = new Channel { Name = made.Name, Title = "新名称", Etag = made.Etag },
            UpdateMask = new() { Paths = { "title" } },
        });
        var test = await county.Channels.TestChannelAsync(new() { Name = made.Name });

        Assert.Equal(("新名称", true, 1), (changed.Title, changed.HasSecret, changed.Subscriptions.Count));
        Assert.True(test.Delivered);
        await Refusal.WithAsync(StatusCode.Aborted, "ETAG_STALE", async () => await county.Channels.UpdateChannelAsync(
            new() { Channel = new Channel { Name = made.Name, Title = "x", Etag = made.Etag } }));
        await Refusal.WithAsync(StatusCode.FailedPrecondition, "CHANNEL_ENABLED",
            async () => await county.Channels.DeleteChannelAsync(new() { Name = made.Name }));
        await county.EndAsync(made);
        await county.Channels.DeleteChannelAsync(new() { Name = made.Name });
        await Refusal.WithAsync(StatusCode.NotFound, "CHANNEL_NOT_FOUND",
            async () => await county.Channels.GetChannelAsync(new() { Name = made.Name }));
    }

    [Fact]
    public async Task EnableChannel_WebhookWithoutSecret_Refused()
    {
        var made = await county.Channels.CreateChannelAsync(new()
        {
            Channel = new Channel { Title = "x", Kind = ChannelKind.Webhook, Address = "http://127.0.0.1:9/" },
        });

        await Refusal.WithAsync(StatusCode.FailedPrecondition, "CHANNEL_NEEDS_SECRET",
            async () => await county.Channels.EnableChannelAsync(new() { Name = made.Name }));
    }

    [Theory]
    [InlineData("SecurityAdmin:/*")]
    [InlineData("SupervisionOffice:/xinxiang/*")]
    [InlineData("Publicity:/xinxiang/*")]
    public async Task AnyCall_ByOthers_Refused(string grant)
    {
        var channels = new ChannelService.ChannelServiceClient(county.As("p-x", grant));
        var log = new DeliveryService.DeliveryServiceClient(county.As("p-x", grant));

        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING", async () => await channels.ListChannelsAsync(new()));
        await Refusal.WithAsync(StatusCode.PermissionDenied, "ROLE_MISSING",
            async () => await log.ListDeliveriesAsync(new() { Parent = "channels/-" }));
    }

    [Fact]
    public async Task CreateChannel_AllWrong_AllViolationsAtOnce() => await Refusal.ForFieldsAsync(
        async () => await county.Channels.CreateChannelAsync(new()
        {
            Channel = new Channel
            {
                Kind = ChannelKind.Email,
                Address = "https://127.0.0.1/",
                SecretFile = "../etc/passwd",
                DigestTime = "25:00",
                Mail = new MailSettings { Sender = "nobody", Recipients = { "also nobody" } },
                QuietHours = new QuietHours { From = "22:00" },
                Subscriptions = { new ChannelSubscription { Unit = "people/x" } },
            },
        }),
        "channel.title", "channel.secret_file", "channel.digest_time", "channel.quiet_hours", "channel.mail.sender",
        "channel.mail.recipients", "channel.subscriptions[0].unit", "channel.address");

    [Fact]
    public async Task Rest_CreateEnableAndLog_SpeakJson()
    {
        using var http = county.Host.HttpAs("p-admin", "SystemAdmin:/*");
        var id = $"rest-{Guid.CreateVersion7():n}";
        using var made = await http.PostAsJsonAsync($"/notifications/v1/channels?channel_id={id}", new
        {
            title = "飞书群", kind = "CHANNEL_KIND_FEISHU_ROBOT", address = "http://127.0.0.1:9/hook",
        });
        using var enabled = await http.PostAsJsonAsync($"/notifications/v1/channels/{id}:enable", new { });
        using var disabled = await http.PostAsJsonAsync($"/notifications/v1/channels/{id}:disable", new { });
        var log = await http.GetFromJsonAsync<JsonElement>($"/notifications/v1/channels/{id}/deliveries");

        made.EnsureSuccessStatusCode();
        Assert.True((await enabled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("enabled").GetBoolean());
        Assert.False((await disabled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("enabled").GetBoolean());
        Assert.Equal(JsonValueKind.Array, log.GetProperty("deliveries").ValueKind);
    }
}
