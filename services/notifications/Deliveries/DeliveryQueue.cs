using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Inbox;

namespace StudySuite.Notifications.Deliveries;

/// <summary>Deliveries that one replica has taken to send together: no other sends them while the claim holds.</summary>
internal sealed record Batch(Channel Channel, string Person, List<Delivery> Deliveries);

internal static class DeliveryQueue
{
    private static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(2);

    /// <summary>Channels with something to send, without those given.</summary>
    public static Task<List<string>> ChannelsWithDueAsync(
        this NotificationsDbContext db, ICollection<string> without, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Channels.Where(channel => channel.IsEnabled && !EF.Parameter(without).Contains(channel.Id))
            .Where(channel => db.Deliveries.Any(delivery => delivery.Channel == channel.Id
                && delivery.State == DeliveryState.Pending && delivery.DueAt <= now
                && (delivery.ClaimedUntil == null || delivery.ClaimedUntil < now)))
            .Select(channel => channel.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Takes the oldest that are due for one receiver; null when there is nothing to take.</summary>
    public static async Task<Batch?> ClaimAsync(
        this NotificationsDbContext db, string channelId, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var free = db.Deliveries.Where(delivery => delivery.Channel == channelId
            && delivery.State == DeliveryState.Pending && delivery.DueAt <= now
            && (delivery.ClaimedUntil == null || delivery.ClaimedUntil < now));
        var channel = await db.Channels.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == channelId && c.IsEnabled, cancellationToken);
        var first = await free.OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id)
            .Select(delivery => new { delivery.Person }).FirstOrDefaultAsync(cancellationToken);
        if (channel is null || first is null)
        {
            return null;
        }

        var ids = await free.Where(delivery => delivery.Person == first.Person)
            .OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id).Take(most)
            .Select(delivery => delivery.Id).ToListAsync(cancellationToken);
        var (claim, until) = (ResourceName.NewId(), now + ClaimFor);
        // Two replicas may have read the same rows: the second one's condition fails on what the first has taken.
        await free.Where(delivery => EF.Parameter(ids).Contains(delivery.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.Claim, claim).SetProperty(delivery => delivery.ClaimedUntil, until),
            cancellationToken);

        var taken = await db.Deliveries.Where(delivery => delivery.Claim == claim)
            .OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id).ToListAsync(cancellationToken);
        return taken.Count == 0 ? null : new Batch(channel, first.Person, taken);
    }

    /// <summary>Drops what the person has read meanwhile.</summary>
    public static async Task DropReadAsync(this NotificationsDbContext db, Batch batch, CancellationToken cancellationToken)
    {
        var alerts = batch.Deliveries.Select(delivery => delivery.Alert).ToList();
        var read = await db.ReadMarks.Where(mark => mark.Person == batch.Person && EF.Parameter(alerts).Contains(mark.Alert))
            .Select(mark => mark.Alert).ToListAsync(cancellationToken);
        batch.Deliveries.Where(delivery => read.Contains(delivery.Alert)).ToList().ForEach(delivery => delivery.Drop());
        batch.Deliveries.RemoveAll(delivery => delivery.State == DeliveryState.Dropped);
    }

    public static async Task<List<InboxRow>> AlertsOfAsync(
        this NotificationsDbContext db, IEnumerable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var ids = deliveries.Select(delivery => delivery.Alert).ToList();
        return await db.Alerts.AsNoTracking().Where(alert => EF.Parameter(ids).Contains(alert.Id))
            .Select(alert => new InboxRow(
                alert, db.UnitViews.Where(unit => unit.Code == alert.Unit).Select(unit => unit.Name).FirstOrDefault(), null))
            .ToListAsync(cancellationToken);
    }
}
