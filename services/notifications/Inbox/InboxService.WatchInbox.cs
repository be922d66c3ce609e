using Grpc.Core;
using StudySuite.Notifications.Live;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService
{
    public override async Task WatchInbox(
        WatchInboxRequest request, IServerStreamWriter<InboxItem> stream, ServerCallContext context)
    {
        var person = InboxName.Owner(request.Parent, context);
        var culture = AlertTexts.CultureOf(context);
        var longest = context.GetHttpContext().User.TimeLeft(TimeSpan.FromSeconds(options.Value.WatchSeconds), clock);

        var isFirst = true;
        await foreach (var change in watch.ChangesAsync(person, null, longest, context.CancellationToken))
        {
            if (isFirst)
            {
                await context.WriteResponseHeadersAsync([]);
                isFirst = false;
            }

            foreach (var row in change.Rows)
            {
                await stream.WriteAsync(InboxProto.Of(row, person, culture), context.CancellationToken);
            }
        }
    }
}
