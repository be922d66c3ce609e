using System.Net;
using System.Text.Json;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Notifications.Tests.Live;

/// <summary>Server-sent events, and streams that another replica's changes must reach.</summary>
public sealed class LiveTests(County county) : LiveCases(county), IClassFixture<County>
{
    [Fact]
    public async Task Events_OfAnother_NotFound()
    {
        using var http = County.Host.HttpAs("p-kegong-leader");
        using var answer = await http.GetAsync("/notifications/v1/people/p-weijian-leader/inboxItems:events");
        using var unsigned = await County.Host.HttpWith(null).GetAsync("/notifications/v1/people/me/inboxItems:events");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (answer.StatusCode, unsigned.StatusCode));
        Assert.Contains("INBOX_NOT_FOUND", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

[Trait("Needs", "Servers")]
public sealed class LiveOnServersTests(CountyOnServers county) : LiveCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class LiveCases(County county)
{
    protected County County => county;

    [Fact]
    public async Task Events_AlertComesAndIsRead_BothAreSentAndResumed()
    {
        var person = "p-kegong-secretary";
        using var stream = await EventStream.OpenAsync(county.Host.HttpAs(person));
        Assert.Equal("unread", (await stream.NextAsync(county.Host)).Event);
        var notice = county.NewNotice();
        await county.DeliverAsync(County.Overdue(notice));

        var item = await stream.NextAsync(county.Host);
        var unread = await stream.NextAsync(county.Host);

        Assert.Equal(("item", notice), (item.Event, item.Json.GetProperty("subject").GetString()));
        Assert.Equal("unread", unread.Event);
        await county.InboxOf(person).MarkReadAsync(new() { Parent = "people/me", Names = { item.Json.GetProperty("name").GetString() } });
        var read = await stream.NextAsync(county.Host);
        Assert.Equal(item.Id, read.Id);
        Assert.True(read.Json.TryGetProperty("readTime", out _));
        Assert.Equal(unread.Json.GetInt32() - 1, (await stream.NextAsync(county.Host)).Json.GetInt32());

        county.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var missed = county.NewNotice();
        await county.DeliverAsync(County.Overdue(missed));
        using var resumed = await EventStream.OpenAsync(county.Host.HttpAs(person), lastEventId: item.Id);
        Assert.Equal(missed, (await resumed.NextAsync(county.Host)).Json.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Watch_HeldByAnotherReplica_SeesWhatThisOneWritesAndReads()
    {
        await using var other = await county.StartReplicaAsync();
        using var watch = new InboxService.InboxServiceClient(other.ChannelAs("p-weijian-leader"))
            .WatchInbox(new() { Parent = "people/me" });
        await watch.ResponseHeadersAsync;
        var notice = county.NewNotice("weijian");
        await county.DeliverAsync(County.Overdue(notice));

        var came = await NextAsync(watch.ResponseStream);
        await county.InboxOf("p-weijian-leader").MarkReadAsync(new() { Parent = "people/me", Names = { came.Name } });
        var read = await NextAsync(watch.ResponseStream);

        Assert.Equal((notice, null), (came.Subject, came.ReadTime));
        Assert.Equal(came.Name, read.Name);
        Assert.NotNull(read.ReadTime);

        async Task<InboxItem> NextAsync(Grpc.Core.IAsyncStreamReader<InboxItem> stream)
        {
            var next = stream.MoveNext(CancellationToken.None);
            await Wait.UntilAsync(
                () =>
                {
                    other.Clock.Advance(TimeSpan.FromMilliseconds(250));
                    return Task.FromResult(next.IsCompleted);
                },
                "an item from the other replica");
            Assert.True(await next);
            return stream.Current;
        }
    }
}

internal sealed record ServerEvent(string Event, string Id, JsonElement Json);

/// <summary>A client of server-sent events, as a browser has one.</summary>
internal sealed class EventStream(HttpClient http, HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public static async Task<EventStream> OpenAsync(HttpClient http, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/notifications/v1/people/me/inboxItems:events");
        request.Headers.Add("accept", "text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new EventStream(http, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public async Task<ServerEvent> NextAsync(ServiceHost<NotificationsDbContext> host)
    {
        var next = ReadAsync();
        await Wait.UntilAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(250));
                return Task.FromResult(next.IsCompleted);
            },
            "a server-sent event");
        return await next;
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
        http.Dispose();
    }

    private async Task<ServerEvent> ReadAsync()
    {
        var fields = new Dictionary<string, string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 && fields.Count > 0)
            {
                return new ServerEvent(
                    fields["event"], fields.GetValueOrDefault("id", ""), JsonSerializer.Deserialize<JsonElement>(fields["data"]));
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields[line[..colon]] = line[(colon + 1)..].TrimStart();
            }
        }

        throw new EndOfStreamException();
    }
}
