using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Settings;
using StudySuite.Notifications.Subscriptions;
using StudySuite.Roster;

namespace StudySuite.Notifications.Deliveries;

/// <summary>Puts an alert on its ways out, in the transaction that raises it: nothing is lost in between.</summary>
internal static class DeliveryPlan
{
    /// <param name="older">Alerts that it stands for: where they wait still, they need not go out any more.</param>
    public static async Task PlanDeliveriesAsync(
        this NotificationsDbContext db, Alert alert, IReadOnlyList<Alert> older, CancellationToken cancellationToken)
    {
        var channels = await db.Channels.AsNoTracking().Where(channel => channel.IsEnabled).OrderBy(channel => channel.Id)
            .ToListAsync(cancellationToken);
        if (channels.Count == 0)
        {
            return;
        }

        var paths = await db.PathsOfAsync(
            alert.Audiences.Select(audience => audience.RoleOnUnit?.Unit).OfType<string>()
                .Concat(channels.SelectMany(channel => channel.Subscriptions).Select(subscription => subscription.Unit)),
            cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        var now = alert.CreatedAt;
        var planned = channels
            .Where(channel => channel.Subscriptions.Exists(
                subscription => subscription.Fits(alert, paths, paths.GetValueOrDefault(subscription.Unit))))
            .Where(channel => channel.Kind != ChannelKind.Email || channel.Mail.Recipients.Count > 0)
            .Select(channel => Delivery.Of(
                channel.Id, "", alert.Id, now,
                DueAt(channel.Mode, channel.DigestTime, channel.QuietHours, now, calendar)))
            .ToList();

        // One channel serves people: two would mail everything twice.
        if (channels.Find(channel => channel.Kind == ChannelKind.Email && channel.Mail.ServesPeople) is { } mail)
        {
            var settings = await SettingsOfAsync(db, alert, paths, cancellationToken);
            planned.AddRange(settings.Select(person => Delivery.Of(
                mail.Id, person.Person, alert.Id, now,
                DueAt(person.EmailMode, person.DigestTime, person.QuietHours, now, calendar))));
        }

        db.AddRange(planned);
        await DropAsync(db, older, planned, channels, cancellationToken);
    }

    private static DateTimeOffset DueAt(
        DeliveryMode mode, string digestTime, QuietHours quiet, DateTimeOffset now, WorkCalendar calendar) =>
        quiet.Next(mode == DeliveryMode.Digest ? QuietHours.NextTime(digestTime, now) : now, calendar);

    /// <summary>People who asked for mail and whom the alert reaches, by duty or by subscription.</summary>
    private static async Task<List<PersonSettings>> SettingsOfAsync(
        NotificationsDbContext db, Alert alert, Dictionary<string, string> paths, CancellationToken cancellationToken)
    {
        var asking = await db.PersonSettings.AsNoTracking()
            .Where(person => person.Email != "" && person.EmailMode != DeliveryMode.Off)
            .ToListAsync(cancellationToken);
        if (asking.Count == 0)
        {
            return [];
        }

        var people = await db.PeopleOfAsync(alert, paths, alert.CreatedAt.InChina(), cancellationToken);
        foreach (var follower in asking.Where(person => person.Subscriptions.Count > 0 && !people.Contains(person.Person)))
        {
            var held = await db.HeldSubscriptionsAsync(follower.Person, cancellationToken);
            var tops = await db.PathsOfAsync(held.Select(subscription => subscription.Unit), cancellationToken);
            if (held.Any(subscription => subscription.Fits(alert, paths, tops.GetValueOrDefault(subscription.Unit))))
            {
                people.Add(follower.Person);
            }
        }

        return [.. asking.Where(person => people.Contains(person.Person))];
    }

    /// <summary>Merges repeats on the way out. A webhook gets each: programs may count on every event.</summary>
    private static async Task DropAsync(
        NotificationsDbContext db, IReadOnlyList<Alert> older, List<Delivery> planned, List<Channel> channels,
        CancellationToken cancellationToken)
    {
        var merged = planned
            .Where(delivery => channels.Exists(channel => channel.Id == delivery.Channel && channel.Kind != ChannelKind.Webhook))
            .Select(delivery => (delivery.Channel, delivery.Person))
            .ToHashSet();
        if (older.Count == 0 || merged.Count == 0)
        {
            return;
        }

        var ids = older.Select(alert => alert.Id).ToList();
        var waiting = await db.Deliveries
            .Where(delivery => EF.Parameter(ids).Contains(delivery.Alert) && delivery.State == DeliveryState.Pending
                && delivery.Claim == null)
            .ToListAsync(cancellationToken);
        waiting.Where(delivery => merged.Contains((delivery.Channel, delivery.Person))).ToList()
            .ForEach(delivery => delivery.Drop());
    }
}
