using StudySuite.Notifications.Tests.Channels;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Deliveries;

public sealed class RetentionTests(ShortLogCounty county) : RetentionCases(county), IClassFixture<ShortLogCounty>;

[Trait("Needs", "Servers")]
public sealed class RetentionOnServersTests(ShortLogCountyOnServers county)
    : RetentionCases(county), IClassFixture<ShortLogCountyOnServers>;

/// <summary>A county that keeps its delivery log for three days.</summary>
public class ShortLogCounty : ChannelCounty
{
    protected override (string Key, string Value)[] Settings => [.. base.Settings, ("Notifications:KeepDeliveryDays", "3")];
}

public sealed class ShortLogCountyOnServers : ShortLogCounty
{
    protected override Backing Backing => Backing.Servers;
}

/// <summary>The same on both databases.</summary>
public abstract class RetentionCases(ChannelCounty county)
{
    [Fact]
    public async Task Log_OfDaysAgo_GoesButAlertsAndWhatWasGivenUpStay()
    {
        await using var receiver = new WebhookReceiver();
        await receiver.StartAsync();
        var channel = await county.GivenChannelAsync(ChannelKind.Webhook, receiver.Url());
        var (sent, parked, young) = (county.NewNotice(), county.NewNotice(), county.NewNotice());
        await county.DeliverAsync(County.Overdue(sent));
        await county.PassUntilAsync(() => Count(channel, DeliveryState.Sent) == 1, "the first");
        receiver.Answer = _ => (400, "no");
        await county.DeliverAsync(County.Overdue(parked));
        await county.PassUntilAsync(() => Count(channel, DeliveryState.Parked) == 1, "parking", 5);
        receiver.Answer = _ => (200, "");
        Pass(TimeSpan.FromDays(2));
        await county.DeliverAsync(County.Overdue(young));
        await county.PassUntilAsync(() => Count(channel, DeliveryState.Sent) == 2, "the third");

        Pass(TimeSpan.FromDays(1.5));
        county.Host.Clock.Advance(TimeSpan.FromHours(1));
        await county.PassUntilAsync(() => Count(channel, DeliveryState.Sent) == 1, "the old line to go");

        Assert.Equal(
            [DeliveryState.Sent, DeliveryState.Parked], (await county.DeliveriesAsync(channel)).Select(delivery => delivery.State));
        Assert.Single(await county.ItemsAsync(County.Office, sent));
        await county.EndAsync(channel);
    }

    /// <summary>Without the ticks between: there are a million of them, and nothing is due in that time.</summary>
    private void Pass(TimeSpan time) => county.Host.Clock.AdjustTime(county.Host.Clock.GetUtcNow() + time);

    private int Count(Channel channel, DeliveryState state) =>
        county.DeliveriesAsync(channel, state).GetAwaiter().GetResult().Count;
}
