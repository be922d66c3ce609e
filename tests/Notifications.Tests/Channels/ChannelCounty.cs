using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Channels;

/// <summary>A county whose operator lets channels reach receivers on this machine.</summary>
public class ChannelCounty : County
{
    protected override (string Key, string Value)[] Settings =>
    [
        ("Notifications:Outgoing:Hosts:0", "127.0.0.1:*"), ("Notifications:Outgoing:PrivateNetworks:0", "127.0.0.0/8"),
        ("Notifications:Outgoing:AllowPlain", "true"), ("Notifications:WebAddress", "https://study.example.cn/"),
        ("Notifications:FirstRetrySeconds", "2"), ("Notifications:LongestRetrySeconds", "30"), ("Notifications:MaxAttempts", "8"),
    ];

    public ChannelService.ChannelServiceClient Channels => new(As("p-admin", "SystemAdmin:/*"));

    public DeliveryService.DeliveryServiceClient Log => new(As("p-admin", "SystemAdmin:/*"));

    /// <summary>A channel for everything of the county, turned on.</summary>
    public async Task<Channel> GivenChannelAsync(
        ChannelKind kind, string address, string secret = "geheim-0123456789", Action<Channel>? adjust = null)
    {
        var wanted = new Channel
        {
            Title = "督查室",
            Kind = kind,
            Address = address,
            Secret = secret,
            Subscriptions = { new ChannelSubscription { Unit = "units/xinxiang", Role = AlertRole.SupervisionOffice } },
            Mail = kind == ChannelKind.Email ? new MailSettings { Sender = "study@county.example.cn" } : null,
        };
        adjust?.Invoke(wanted);
        var made = await Channels.CreateChannelAsync(new() { Channel = wanted });
        return await Channels.EnableChannelAsync(new() { Name = made.Name });
    }

    /// <summary>Time of day in China, some minutes from now.</summary>
    public string TimeIn(int minutes) => Host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddMinutes(minutes)
        .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets time pass, in steps, until it holds.</summary>
    public Task PassUntilAsync(Func<bool> condition, string what, double stepSeconds = 0.5) => Wait.UntilAsync(
        () =>
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(stepSeconds));
            return Task.FromResult(condition());
        },
        what);

    public async Task<List<Delivery>> DeliveriesAsync(Channel channel, DeliveryState state = DeliveryState.Unspecified) =>
        [.. (await Log.ListDeliveriesAsync(new() { Parent = channel.Name, PageSize = 200, State = state })).Deliveries];

    /// <summary>Off again, so that other tests of the class do not reach its receiver.</summary>
    public async Task EndAsync(Channel channel) => await Channels.DisableChannelAsync(new() { Name = channel.Name });
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
public sealed class ChannelCountyOnServers : ChannelCounty
{
    protected override Backing Backing => Backing.Servers;
}
