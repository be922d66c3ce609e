using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Channels;

public sealed class MailTests(ChannelCounty county) : MailCases(county), IClassFixture<ChannelCounty>;

[Trait("Needs", "Servers")]
public sealed class MailOnServersTests(ChannelCountyOnServers county) : MailCases(county), IClassFixture<ChannelCountyOnServers>;

/// <summary>The same on both databases, with a real SMTP server.</summary>
public abstract class MailCases(ChannelCounty county)
{
    [Fact]
    public async Task Server_DownForAWhile_EachRecipientGetsEachOnce()
    {
        await using var server = new MailReceiver();
        var channel = await GivenMailAsync(server, recipients: ["a@county.example.cn", "b@county.example.cn"]);
        await county.DeliverAsync(County.Overdue(county.NewNotice()));
        await county.PassUntilAsync(
            () => county.DeliveriesAsync(channel).GetAwaiter().GetResult()[0].Failure == "UNREACHABLE", "a failed try");
        server.Start();
        await county.PassUntilAsync(() => !server.Taken.IsEmpty, "the mail", 2);
        await county.DeliverAsync(County.Overdue(county.NewNotice()));
        await county.PassUntilAsync(() => server.Taken.Count == 2, "the second mail", 2);

        Assert.All(server.Taken, mail => Assert.Equal(["a@county.example.cn", "b@county.example.cn"], mail.Recipients));
        Assert.All(server.Taken, mail => Assert.Equal("整改已逾期", mail.Message.Subject));
        Assert.Equal(2, server.Taken.Select(mail => mail.Message.MessageId).Distinct().Count());
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Person_AskedForADigest_OneMailWithoutWhatWasReadAndMerged()
    {
        await using var server = new MailReceiver();
        server.Start();
        var channel = await GivenMailAsync(server, recipients: [], servesPeople: true);
        await SettingsOf("p-kegong-leader").UpdateNotificationSettingsAsync(new()
        {
            NotificationSettings = new()
            {
                Name = "people/me/notificationSettings",
                Email = "leader@kegong.example.cn",
                EmailMode = DeliveryMode.Digest,
                DigestTime = county.TimeIn(minutes: 2),
            },
        });
        var (read, merged) = (county.NewNotice(), county.NewNotice());
        await county.DeliverAsync(County.Overdue(read));
        await county.DeliverAsync(new Events.RectificationDueSoon(merged, "kegong", "7号", new DateOnly(2023, 12, 25), 3));
        await county.DeliverAsync(County.Overdue(merged));
        await county.DeliverAsync(new Events.RectificationReturned(merged, "kegong", "7号", "不外传", 5, new DateOnly(2023, 12, 30)));
        var item = Assert.Single(await county.ItemsAsync("p-kegong-leader", read));
        await county.InboxOf("p-kegong-leader").MarkReadAsync(new() { Parent = "people/me", Names = { item.Name } });

        await county.PassUntilAsync(() => !server.Taken.IsEmpty, "the digest", 5);

        var mail = Assert.Single(server.Taken);
        Assert.Equal(["leader@kegong.example.cn"], mail.Recipients);
        Assert.Equal("2条提醒", mail.Message.Subject);
        Assert.Contains($"https://study.example.cn/{merged}", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain($"{read}\n", mail.Message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("不外传", mail.Message.TextBody, StringComparison.Ordinal);
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Person_WithQuietHours_HearsAfterThem()
    {
        await using var server = new MailReceiver();
        server.Start();
        var channel = await GivenMailAsync(server, recipients: [], servesPeople: true);
        var until = county.TimeIn(minutes: 2);
        await SettingsOf(County.WeijianOffice).UpdateNotificationSettingsAsync(new()
        {
            NotificationSettings = new()
            {
                Name = $"people/{County.WeijianOffice}/notificationSettings",
                Email = "office@weijian.example.cn",
                EmailMode = DeliveryMode.Immediate,
                QuietHours = new QuietHours { From = "00:30", Until = until, WorkdaysOnly = true },
                Language = Language.English,
            },
        });

        await county.DeliverAsync(County.Overdue(county.NewNotice("weijian")));
        var due = Assert.Single(await county.DeliveriesAsync(channel)).DueTime.ToDateTimeOffset();
        await county.PassUntilAsync(() => !server.Taken.IsEmpty, "the mail", 5);

        Assert.Equal(until, due.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm"));
        var mail = Assert.Single(server.Taken);
        Assert.Equal("Rectification overdue", mail.Message.Subject);
        await county.EndAsync(channel);
    }

    private NotificationSettingsService.NotificationSettingsServiceClient SettingsOf(string person) => new(county.As(person));

    private Task<Channel> GivenMailAsync(MailReceiver server, string[] recipients, bool servesPeople = false) =>
        county.GivenChannelAsync(ChannelKind.Email, server.Url, "", channel =>
        {
            channel.Mail.Recipients.AddRange(recipients);
            channel.Mail.ServesPeople = servesPeople;
            if (servesPeople)
            {
                channel.Subscriptions.Clear();
            }
        });
}
