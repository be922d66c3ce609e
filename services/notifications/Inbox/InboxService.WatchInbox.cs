using System.Globalization;
using System.Security.Claims;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal sealed partial class InboxService
{
    /// <summary>Without a signal: for an appointment that makes older alerts the caller's.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(30);

    /// <summary>More unread items than this are not news.</summary>
    private const int Window = 200;

    public override async Task WatchInbox(
        WatchInboxRequest request, IServerStreamWriter<InboxItem> stream, ServerCallContext context)
    {
        var person = InboxName.Owner(request.Parent, context);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        // A stream must not outlive the right to open it.
        using var expiry = new CancellationTokenSource(TimeLeft(context), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, expiry.Token);
        var cancellationToken = either.Token;

        try
        {
            var sent = (await UnreadAsync(person, cancellationToken)).Select(row => row.Alert.Id).ToHashSet();
            await context.WriteResponseHeadersAsync([]);
            while (true)
            {
                var next = signal.Next;
                foreach (var row in (await UnreadAsync(person, cancellationToken)).Where(row => sent.Add(row.Alert.Id)))
                {
                    await stream.WriteAsync(ToProto(row, person), cancellationToken);
                }

                await Task.WhenAny(next, Task.Delay(LookAnyway, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The regular end of a stream.
        }
    }

    /// <summary>The newest unread items, oldest of them first.</summary>
    private async Task<List<InboxRow>> UnreadAsync(string person, CancellationToken cancellationToken)
    {
        var alerts = await db.AlertsForAsync(person, clock.Today(), cancellationToken);
        var rows = await alerts.UnreadBy(db, person).NewestFirst().Take(Window).AsSeenBy(db, person)
            .ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }

    private TimeSpan TimeLeft(ServerCallContext context)
    {
        var longest = TimeSpan.FromSeconds(options.Value.WatchSeconds);
        var expiry = context.GetHttpContext().User.FindFirstValue("exp");
        if (!long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return longest;
        }

        var left = DateTimeOffset.FromUnixTimeSeconds(seconds) - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < longest ? left : longest;
    }
}
