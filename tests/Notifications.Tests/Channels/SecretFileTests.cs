using System.Net;
using StudySuite.Notifications.Senders;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

/// <summary>An operator who keeps secrets in files, asks for TLS and has an authority of the county's own.</summary>
public sealed class SecretCounty : ChannelCounty
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-secrets-").FullName;

    internal Authority Authority { get; } = new();

    protected override (string Key, string Value)[] Settings =>
    [
        .. base.Settings.Where(setting => setting.Key != "Notifications:Outgoing:AllowPlain"),
        ("Notifications:SecretsFolder", folder),
        ("Notifications:Outgoing:AuthoritiesFile", Write("authority.pem", Authority.Pem)),
    ];

    public string Write(string file, string content)
    {
        File.WriteAllText(Path.Combine(folder, file), content);
        return Path.Combine(folder, file);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Authority.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

public sealed class SecretFileTests(SecretCounty county) : IClassFixture<SecretCounty>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mail_OverTlsWithAPasswordFromAFile_IsDelivered(bool isSecure)
    {
        using var certificate = county.Authority.Sign(IPAddress.Loopback);
        await using var server = new MailReceiver
        {
            Certificate = certificate, IsSecure = isSecure, Login = ("study", "passwort-aus-der-datei"),
        };
        server.Start();
        // Files end with a line break that is not part of the secret.
        county.Write("mail-password", "passwort-aus-der-datei\n");
        var channel = await GivenMailAsync(server, "mail-password");

        await county.DeliverAsync(County.Overdue(county.NewNotice()));
        await county.PassUntilAsync(() => !server.Taken.IsEmpty, "the mail");

        Assert.Equal(["office@county.example.cn"], Assert.Single(server.Taken).Recipients);
        var seen = await county.Channels.GetChannelAsync(new() { Name = channel.Name });
        Assert.Equal(("mail-password", true, ""), (seen.SecretFile, seen.HasSecret, seen.Secret));
        await county.EndAsync(channel);
    }

    [Fact]
    public async Task Mail_WhatIsWrongWithTheServerOrTheSecret_IsToldInAWord()
    {
        using var certificate = county.Authority.Sign(IPAddress.Loopback);
        using var elsewhere = county.Authority.Sign(IPAddress.Parse("192.0.2.7"));
        using var foreign = new Authority();
        using var unknown = foreign.Sign(IPAddress.Loopback);
        county.Write("right", "richtig");
        county.Write("wrong", "falsch");

        Assert.Equal("", await TestAsync(new() { Certificate = certificate, IsSecure = true, Login = ("study", "richtig") }, "right"));
        Assert.Equal(
            "SMTP_SIGN_IN_FAILED", await TestAsync(new() { Certificate = certificate, IsSecure = true, Login = ("study", "richtig") }, "wrong"));
        Assert.Equal(
            "SECRET_UNREADABLE", await TestAsync(new() { Certificate = certificate, IsSecure = true, Login = ("study", "richtig") }, "missing"));
        Assert.Equal("TLS_FAILED", await TestAsync(new() { Certificate = unknown, IsSecure = true }, "right"));
        Assert.Equal("TLS_FAILED", await TestAsync(new() { Certificate = elsewhere, IsSecure = true }, "right"));
        // Without TLS nothing is said at all, least of all the password.
        Assert.Equal("SMTP_NOT_SUPPORTED", await TestAsync(new(), "right"));
    }

    [Fact]
    public async Task Channel_WithASecretFileOutsideTheFolder_IsRefused()
    {
        var channel = new Channel
        {
            Title = "邮件", Kind = ChannelKind.Email, Address = "smtps://127.0.0.1:465", SecretFile = "../authority.pem",
            Mail = new() { Sender = "study@county.example.cn" },
        };

        await Refusal.ForFieldsAsync(async () => await county.Channels.CreateChannelAsync(new() { Channel = channel }), "channel.secret_file");
    }

    private async Task<string> TestAsync(MailReceiver server, string secretFile)
    {
        await using var running = server;
        server.Start();
        var channel = await GivenMailAsync(server, secretFile);
        var test = await county.Channels.TestChannelAsync(new() { Name = channel.Name });
        await county.EndAsync(channel);
        return test.Failure;
    }

    private Task<Channel> GivenMailAsync(MailReceiver server, string secretFile) =>
        county.GivenChannelAsync(ChannelKind.Email, server.Url, "", channel =>
        {
            channel.SecretFile = secretFile;
            channel.Mail.UserName = server.Login is null ? "" : "study";
            channel.Mail.Recipients.Add("office@county.example.cn");
        });
}

public sealed class WebhookSecretFileTests(WebhookSecretCounty county) : IClassFixture<WebhookSecretCounty>
{
    [Fact]
    public async Task Webhook_WithASecretFromAFile_IsSignedByItAndFollowsItsChange()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        county.Write("first-secret-0123");
        var channel = await county.GivenChannelAsync(
            ChannelKind.Webhook, receiver.Url(), "", channel => channel.SecretFile = "webhook");

        await county.DeliverAsync(County.Overdue(county.NewNotice()));
        await county.PassUntilAsync(() => receiver.Taken.Count == 1, "the webhook");
        county.Write("second-secret-456");
        await county.DeliverAsync(County.Overdue(county.NewNotice()));
        await county.PassUntilAsync(() => receiver.Taken.Count == 2, "the second");

        var posted = receiver.Taken.ToList();
        Assert.Equal(SignatureOf(posted[0], "first-secret-0123"), posted[0].Headers["webhook-signature"]);
        Assert.Equal(SignatureOf(posted[1], "second-secret-456"), posted[1].Headers["webhook-signature"]);
        await county.EndAsync(channel);
    }

    private static string SignatureOf(Posted posted, string secret) => $"v1,{WebhookSender.Sign(
        secret, posted.Headers["webhook-id"], posted.Headers["webhook-timestamp"], System.Text.Encoding.UTF8.GetBytes(posted.Body))}";
}

public sealed class WebhookSecretCounty : ChannelCounty
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-secrets-").FullName;

    protected override (string Key, string Value)[] Settings => [.. base.Settings, ("Notifications:SecretsFolder", folder)];

    public void Write(string secret) => File.WriteAllText(Path.Combine(folder, "webhook"), secret);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
