using System.Diagnostics.Metrics;
using StudySuite.Notifications.Channels;

namespace StudySuite.Notifications.Deliveries;

/// <summary>Tries by kind of channel and how they ended: sent, pending (tried again), parked.</summary>
internal sealed class DeliveryMetrics(IMeterFactory meters)
{
    private readonly Counter<long> tries = meters.Create("StudySuite.Notifications")
        .CreateCounter<long>("studysuite.notifications.delivery_tries", "{try}", "Tries to deliver an alert through a channel");

    public void Tried(ChannelKind kind, DeliveryState state) => tries.Add(
        1, new KeyValuePair<string, object?>("channel", kind.ToString()),
        new KeyValuePair<string, object?>("outcome", state.ToString()));
}
