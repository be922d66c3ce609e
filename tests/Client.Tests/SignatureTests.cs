using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using StudySuite.WebhookReceiver;

namespace StudySuite.Client.Tests;

/// <summary>The receiver's check, against the example that Standard Webhooks publish.</summary>
public sealed class SignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Body = """{"test": 2432232314}""";
    private static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    [Theory]
    [InlineData(Good, true)]
    [InlineData("v1,AAAA " + Good, true)]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false)]
    [InlineData("v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false)]
    [InlineData("", false)]
    public void Signature_IsCheckedByItsKey(string signature, bool isGood) =>
        Assert.Equal(isGood, Check(signature, Body, SentAt));

    [Fact]
    public void Body_ThatWasChanged_IsRefused() => Assert.False(Check(Good, Body.Replace('2', '3'), SentAt));

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    [InlineData(-6, false)]
    public void Copy_ThatComesLate_IsRefused(int minutes, bool isGood) =>
        Assert.Equal(isGood, Check(Good, Body, SentAt.AddMinutes(minutes)));

    [Fact]
    public void Repeat_OfADelivery_IsSeen()
    {
        var seen = new Seen();

        Assert.Equal([true, true, false], new[] { "a", "b", "a" }.Select(seen.IsNew));
    }

    private static bool Check(string signature, string body, DateTimeOffset now) =>
        new Signature(Secret, new FakeTimeProvider(now)).IsGood(
            new HeaderDictionary
            {
                ["webhook-id"] = "msg_p5jXN8AQM9LWM0D4loKWxJek",
                ["webhook-timestamp"] = "1614265330",
                ["webhook-signature"] = signature,
            },
            Encoding.UTF8.GetBytes(body));
}
