using StudySuite.Defaults.Database;
using StudySuite.Notifications.Subscriptions;

namespace StudySuite.Notifications.Channels;

internal enum ChannelKind
{
    Webhook = 1,
    WecomRobot,
    DingtalkRobot,
    FeishuRobot,
    Email,
}

internal enum DeliveryMode
{
    Off = 1,
    Immediate,
    Digest,
}

internal enum Language
{
    Chinese = 1,
    English,
}

internal sealed record MailSettings(string Sender, string UserName, IReadOnlyList<string> Recipients, bool ServesPeople)
{
    public static readonly MailSettings None = new("", "", [], false);
}

/// <summary>A way out of the suite. Address and secret are kept as ciphertext of <see cref="ChannelSecrets"/>.</summary>
internal sealed class Channel(string id, ChannelKind kind) : Aggregate
{
    public const string DefaultDigestTime = "08:00";

    public override string ResourceName => $"channels/{Id}";

    public string Id { get; private set; } = id;

    public ChannelKind Kind { get; private set; } = kind;

    public string Title { get; set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Host of the address in the clear, to recognise it by.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Empty when there is none, or when it is in <see cref="SecretFile"/>.</summary>
    public string Secret { get; private set; } = "";

    public string SecretFile { get; set; } = "";

    public MailSettings Mail { get; set; } = MailSettings.None;

    public List<Subscription> Subscriptions { get; set; } = [];

    public DeliveryMode Mode { get; set; } = DeliveryMode.Immediate;

    public string DigestTime { get; set; } = DefaultDigestTime;

    public QuietHours QuietHours { get; set; } = QuietHours.None;

    public Language Language { get; set; } = Language.Chinese;

    public bool IsEnabled { get; private set; }

    public bool HasSecret => Secret.Length > 0 || SecretFile.Length > 0;

    public void MoveTo(Uri address, ChannelSecrets secrets) =>
        (Address, Host) = (secrets.Protect(address.OriginalString), address.Host);

    public void UseSecret(string secret, ChannelSecrets secrets) => Secret = secrets.Protect(secret);

    /// <summary>Nobody could tell an unsigned webhook from a forged one.</summary>
    public void Enable() => IsEnabled = Kind != ChannelKind.Webhook || HasSecret ? true : throw ChannelErrors.NeedsSecret(this);

    public void Disable() => IsEnabled = false;

    public void RequireDisabled()
    {
        if (IsEnabled)
        {
            throw ChannelErrors.Enabled(this);
        }
    }
}
