using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService
{
    public override async Task<ListInboxItemsResponse> ListInboxItems(
        ListInboxItemsRequest request, ServerCallContext context)
    {
        var person = InboxName.Owner(request.Parent, context);
        var size = Paging.Size(request.PageSize);

        var alerts = (await db.AlertsForAsync(person, clock.Today(), context.CancellationToken)).Listed();
        if (request.UnreadOnly)
        {
            alerts = alerts.UnreadBy(db, person);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            alerts = alerts.Where(alert => alert.CreatedAt < after.CreatedAt
                || (alert.CreatedAt == after.CreatedAt && alert.Id.CompareTo(after.Id) < 0));
        }

        var read = await alerts.NewestFirst().Take(size + 1).AsSeenBy(db, person).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new PageKey(row.Alert.CreatedAt, row.Alert.Id));

        return new ListInboxItemsResponse
        {
            InboxItems = { rows.Select(row => InboxProto.Of(row, person, AlertTexts.CultureOf(context))) },
            NextPageToken = next,
        };
    }

    private sealed record PageKey(DateTimeOffset CreatedAt, string Id);
}
