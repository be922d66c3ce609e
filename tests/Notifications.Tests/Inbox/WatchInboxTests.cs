using Grpc.Core;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Inbox;

public sealed class WatchInboxTests(County county) : IClassFixture<County>
{
    [Fact]
    public async Task WatchInbox_AlertComes_ItemIsSentWithoutAnotherCall()
    {
        var old = county.NewNotice();
        await county.DeliverAsync(County.Overdue(old));
        using var watch = county.InboxOf("p-kegong-leader").WatchInbox(new() { Parent = "people/me" });
        await watch.ResponseHeadersAsync;
        var fresh = county.NewNotice();
        await county.DeliverAsync(County.Overdue(county.NewNotice("weijian")));
        await county.DeliverAsync(County.Overdue(fresh));

        await NextAsync(watch.ResponseStream);

        Assert.Equal(fresh, watch.ResponseStream.Current.Subject);
        Assert.StartsWith("people/p-kegong-leader/inboxItems/", watch.ResponseStream.Current.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WatchInbox_TwoWatchersAndTwoAlerts_EachGetsEachOnce()
    {
        using var leader = county.InboxOf("p-weijian-leader").WatchInbox(new() { Parent = "people/me" });
        using var office = county.InboxOf(County.WeijianOffice).WatchInbox(new() { Parent = "people/me" });
        await Task.WhenAll(leader.ResponseHeadersAsync, office.ResponseHeadersAsync);
        string[] notices = [county.NewNotice("weijian"), county.NewNotice("weijian")];
        foreach (var notice in notices)
        {
            await county.DeliverAsync(County.Overdue(notice));
            county.Host.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        foreach (var stream in new[] { leader.ResponseStream, office.ResponseStream })
        {
            foreach (var notice in notices)
            {
                await NextAsync(stream);
                Assert.Equal(notice, stream.Current.Subject);
            }
        }
    }

    [Fact]
    public async Task WatchInbox_GrantComesLater_OlderAlertIsSent()
    {
        using var watch = county.InboxOf("p-watching-office").WatchInbox(new() { Parent = "people/me" });
        await watch.ResponseHeadersAsync;
        await county.GivenOfficeAsync("p-watching-office", "elsewhere");
        var notice = county.NewNotice("elsewhere");
        await county.DeliverAsync(County.Overdue(notice));

        await NextAsync(watch.ResponseStream);

        Assert.Equal(notice, watch.ResponseStream.Current.Subject);
    }

    [Fact]
    public async Task WatchInbox_AfterItsTime_StreamEnds()
    {
        // Tokens are made by the real clock, years after the host's: the stream's own limit comes first.
        await using var host = await ServiceHost<NotificationsDbContext>.StartAsync(
            settings: ("Notifications:WatchSeconds", "5"));
        using var watch = new InboxService.InboxServiceClient(host.ChannelAs("p-nobody"))
            .WatchInbox(new() { Parent = "people/me" });
        await watch.ResponseHeadersAsync;
        var end = watch.ResponseStream.MoveNext(CancellationToken.None);

        host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.False(await end);
        Assert.Equal(StatusCode.OK, watch.GetStatus().StatusCode);
    }

    private async Task NextAsync<T>(IAsyncStreamReader<T> stream)
    {
        var next = stream.MoveNext(CancellationToken.None);
        await Wait.UntilAsync(
            () =>
            {
                county.Host.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(next.IsCompleted);
            },
            "an item to be sent");
        Assert.True(await next);
    }
}
