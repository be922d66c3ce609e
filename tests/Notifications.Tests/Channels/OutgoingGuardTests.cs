using System.Net;
using Microsoft.Extensions.Options;
using StudySuite.Notifications.Outgoing;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

public sealed class OutgoingGuardTests
{
    private static readonly OutgoingGuard Guard = new(Options.Create(new OutgoingOptions
    {
        Hosts = ["qyapi.weixin.qq.com", "hook.example.cn:8443", "*.county.gov.cn", "mail.example.cn", "localhost"],
        PrivateNetworks = ["10.1.2.0/24"],
    }));

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", null)]
    [InlineData("https://hook.example.cn:8443/x", null)]
    [InlineData("https://a.county.gov.cn/x", null)]
    [InlineData("https://hook.example.cn/x", "ADDRESS_NOT_ALLOWED")]
    [InlineData("https://qyapi.weixin.qq.com:8443/", "ADDRESS_NOT_ALLOWED")]
    [InlineData("https://qyapi.weixin.qq.com.evil.cn/", "ADDRESS_NOT_ALLOWED")]
    [InlineData("https://county.gov.cn.evil.cn/", "ADDRESS_NOT_ALLOWED")]
    [InlineData("https://169.254.169.254/latest", "ADDRESS_NOT_ALLOWED")]
    [InlineData("http://qyapi.weixin.qq.com/", "ADDRESS_NOT_HTTPS")]
    [InlineData("file:///etc/passwd", "ADDRESS_NOT_HTTPS")]
    [InlineData("https://qyapi.weixin.qq.com@evil.cn/", "ADDRESS_NOT_PLAIN")]
    public void Refuse_Address_ByTheListOnly(string address, string? reason) =>
        Assert.Equal(reason, Guard.Refuse(new Uri(address), isMail: false));

    [Theory]
    [InlineData("smtps://mail.example.cn:465", null)]
    [InlineData("smtp://mail.example.cn:587", null)]
    [InlineData("smtp://mail.example.cn:6379", "ADDRESS_NOT_ALLOWED")]
    [InlineData("https://mail.example.cn", "ADDRESS_NOT_SMTP")]
    public void Refuse_MailServer_ByTheListOnly(string address, string? reason) =>
        Assert.Equal(reason, Guard.Refuse(new Uri(address), isMail: true));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.1.3.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void MayReach_Address_PublicOrGivenFree(string address, bool expected) =>
        Assert.Equal(expected, Guard.MayReach(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Connect_NameThatLeadsInside_RefusedWithoutAConnection(string host)
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();

        await Assert.ThrowsAsync<AddressForbidden>(() => Guard.ConnectAsync(host, receiver.Port, CancellationToken.None));
    }
}
