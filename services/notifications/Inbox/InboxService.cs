using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Live;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService(
    NotificationsDbContext db, InboxWatch watch, IOptions<NotificationsOptions> options, TimeProvider clock)
    : V1.InboxService.InboxServiceBase
{
    public override async Task<InboxItem> GetInboxItem(GetInboxItemRequest request, ServerCallContext context)
    {
        var item = InboxName.Item(request.Name, context);
        var person = context.Caller().Person;

        var alerts = await db.AlertsForAsync(person, clock.Today(), context.CancellationToken);
        var row = await alerts.Where(alert => alert.Id == item).AsSeenBy(db, person)
                .SingleOrDefaultAsync(context.CancellationToken)
            ?? throw InboxErrors.ItemNotFound(request.Name);

        return InboxProto.Of(row, person, AlertTexts.CultureOf(context));
    }

    public override async Task<GetUnreadCountResponse> GetUnreadCount(
        GetUnreadCountRequest request, ServerCallContext context) =>
        new() { UnreadCount = await CountUnreadAsync(InboxName.Owner(request.Parent, context), context.CancellationToken) };

    private async Task<int> CountUnreadAsync(string person, CancellationToken cancellationToken)
    {
        var alerts = (await db.AlertsForAsync(person, clock.Today(), cancellationToken)).Listed();
        return await alerts.UnreadBy(db, person).CountAsync(cancellationToken);
    }
}
