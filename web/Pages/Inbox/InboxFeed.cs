using System.Globalization;
using Grpc.Core;
using StudySuite.Notifications.V1;
using StudySuite.Web.Access;
using StudySuite.Web.Calls;

namespace StudySuite.Web.Pages.Inbox;

/// <summary>
/// The live inbox of one circuit: a stream of new items and the count of unread ones. When the stream ends, as it does
/// with its token, it is opened again; what came in between is counted anew.
/// </summary>
internal sealed class InboxFeed(
    InboxService.InboxServiceClient inbox, CallerHeaders headers, Me me, LastUse use, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource end = new();
    private bool hasStarted;

    public event Action? Changed;

    /// <summary>A new item, or one of which there is news.</summary>
    public event Action<InboxItem>? Arrived;

    public int Unread { get; private set; }

    public void Start()
    {
        if (!hasStarted)
        {
            hasStarted = true;
            _ = WatchAsync(CultureInfo.CurrentUICulture, end.Token);
        }
    }

    public async Task CountAsync()
    {
        var count = await inbox.GetUnreadCountAsync(new GetUnreadCountRequest { Parent = me.Person });
        Unread = count.UnreadCount;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task WatchAsync(CultureInfo language, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = language;
        for (var pause = TimeSpan.FromSeconds(1); !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                // A page that nobody uses must not keep its session alive by asking for new tokens.
                await use.RecentAsync(cancellationToken);
                using var stream = inbox.WatchInbox(
                    new WatchInboxRequest { Parent = me.Person }, await headers.OptionsAsync(cancellationToken));
                await stream.ResponseHeadersAsync;
                await CountAsync();
                pause = TimeSpan.FromSeconds(1);
                await foreach (var item in stream.ResponseStream.ReadAllAsync(cancellationToken))
                {
                    await CountAsync();
                    Arrived?.Invoke(item);
                }
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.Unauthenticated)
            {
                return; // The next click leads to the log-in.
            }
            catch (Exception error) when (error is RpcException or HttpRequestException or OperationCanceledException)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return;
                }
            }

            await Task.Delay(pause, clock, CancellationToken.None);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
