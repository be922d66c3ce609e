using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService
{
    private const int MostDeadlines = 50;

    public override async Task<Digest> GetDigest(GetDigestRequest request, ServerCallContext context)
    {
        var person = InboxName.Owner(request.Parent, context);
        var culture = AlertTexts.CultureOf(context);
        var time = await db.PersonSettings.Where(settings => settings.Person == person).Select(settings => settings.DigestTime)
            .SingleOrDefaultAsync(context.CancellationToken) ?? Channels.Channel.DefaultDigestTime;
        // The digest before the latest: read in the afternoon it still tells of yesterday.
        var since = Subscriptions.QuietHours.NextTime(time, clock.GetUtcNow()).AddDays(-2);

        var alerts = (await db.AlertsForAsync(person, clock.Today(), context.CancellationToken)).Listed();
        var fresh = await alerts.Where(alert => alert.CreatedAt >= since).AsSeenBy(db, person)
            .ToListAsync(context.CancellationToken);
        var olderUnread = await alerts.Where(alert => alert.CreatedAt < since).UnreadBy(db, person)
            .CountAsync(context.CancellationToken);
        var standing = await alerts
            .Where(alert => alert.ClearedAt == null && EF.Parameter(AlertKinds.Deadlines).Contains(alert.Kind))
            .OrderBy(alert => alert.Day).ThenBy(alert => alert.Id).Take(MostDeadlines).AsSeenBy(db, person)
            .ToListAsync(context.CancellationToken);

        return new Digest
        {
            Since = since.ToTimestamp(),
            Lines =
            {
                fresh.GroupBy(row => row.Alert.Kind).OrderBy(kind => kind.Key).Select(kind => new DigestLine
                {
                    Kind = (InboxItemKind)kind.Key,
                    Title = AlertTexts.Title(kind.First().Alert, culture),
                    Count = kind.Count(),
                    UnreadCount = kind.Count(row => row.ReadAt is null),
                }),
            },
            OlderUnreadCount = olderUnread,
            StandingDeadlines = { standing.Select(row => InboxProto.Of(row, person, culture)) },
        };
    }
}
