using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService(
    NotificationsDbContext db, InboxSignal signal, IOptions<NotificationsOptions> options,
    IHostApplicationLifetime lifetime, TimeProvider clock)
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

        return ToProto(row, person);
    }

    public override async Task<GetUnreadCountResponse> GetUnreadCount(
        GetUnreadCountRequest request, ServerCallContext context) =>
        new() { UnreadCount = await CountUnreadAsync(InboxName.Owner(request.Parent, context), context.CancellationToken) };

    private async Task<int> CountUnreadAsync(string person, CancellationToken cancellationToken)
    {
        var alerts = await db.AlertsForAsync(person, clock.Today(), cancellationToken);
        return await alerts.UnreadBy(db, person).CountAsync(cancellationToken);
    }

    private static InboxItem ToProto(InboxRow row, string person) => new()
    {
        Name = InboxName.Of(person, row.Alert.Id),
        Kind = (InboxItemKind)row.Alert.Kind,
        Level = (AlertLevel)row.Alert.Level,
        Title = AlertTexts.Title(row.Alert),
        Text = AlertTexts.Text(row),
        Subject = row.Alert.Subject,
        Unit = row.Alert.Unit.Length > 0 ? $"units/{row.Alert.Unit}" : "",
        CreateTime = row.Alert.CreatedAt.ToTimestamp(),
        ReadTime = row.ReadAt?.ToTimestamp(),
    };
}
