using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Inbox;

public sealed class InboxTests(County county) : InboxCases(county), IClassFixture<County>
{
    [Fact]
    public async Task Rest_ListAndMarkRead_SpeakJson()
    {
        var notice = await GivenItemsAsync("p-kegong-secretary", 1);
        using var http = County.Host.HttpAs("p-kegong-secretary");

        var list = await http.GetFromJsonAsync<JsonElement>("/notifications/v1/people/me/inboxItems?unread_only=true");
        var item = list.GetProperty("inboxItems").EnumerateArray().Single(i => i.GetProperty("subject").GetString() == notice);
        using var marked = await http.PostAsJsonAsync(
            "/notifications/v1/people/me/inboxItems:markRead", new { names = new[] { item.GetProperty("name").GetString() } });

        Assert.Equal("整改已逾期", item.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
        Assert.NotNull((await County.ItemsAsync("p-kegong-secretary", notice)).Single().ReadTime);
    }

    [Fact]
    public async Task GetInboxItem_InEnglish_SpeaksEnglish()
    {
        var notice = await GivenItemsAsync("p-kegong-secretary", 1);
        using var http = County.Host.HttpAs("p-kegong-secretary");
        http.DefaultRequestHeaders.Add("accept-language", "en-GB,en;q=0.9");

        var list = await http.GetFromJsonAsync<JsonElement>("/notifications/v1/people/me/inboxItems?page_size=200");

        var item = list.GetProperty("inboxItems").EnumerateArray().Single(i => i.GetProperty("subject").GetString() == notice);
        Assert.Equal("Rectification overdue", item.GetProperty("title").GetString());
    }

    [Fact]
    public async Task AnyCall_WithoutToken_AsksToSignIn() => await Refusal.WithAsync(
        StatusCode.Unauthenticated, "SIGN_IN_REQUIRED",
        async () => await new InboxService.InboxServiceClient(County.Host.ChannelWith(null))
            .ListInboxItemsAsync(new() { Parent = "people/me" }));
}

[Trait("Needs", "Servers")]
public sealed class InboxOnServersTests(CountyOnServers county) : InboxCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases.</summary>
public abstract class InboxCases(County county)
{
    protected County County => county;

    [Theory]
    [InlineData("p-kegong-leader")]
    [InlineData("p-there-is-none")]
    public async Task AnyCall_AnothersInbox_NotFound(string owner)
    {
        await GivenItemsAsync("p-kegong-leader", 1);
        var inbox = county.InboxOf("p-weijian-leader");
        var name = $"people/{owner}/inboxItems/x";

        await NotFoundAsync(async () => await inbox.ListInboxItemsAsync(new() { Parent = $"people/{owner}" }));
        await NotFoundAsync(async () => await inbox.GetInboxItemAsync(new() { Name = name }));
        await NotFoundAsync(async () => await inbox.GetUnreadCountAsync(new() { Parent = $"people/{owner}" }));
        await NotFoundAsync(async () => await inbox.MarkReadAsync(new() { Parent = $"people/{owner}", Names = { name } }));
        await NotFoundAsync(async () => await inbox.MarkReadAsync(new() { Parent = "people/me", Names = { name } }));
        await NotFoundAsync(async () =>
            await inbox.WatchInbox(new() { Parent = $"people/{owner}" }).ResponseStream.MoveNext(CancellationToken.None));

        static Task NotFoundAsync(Func<Task> call) => Refusal.WithAsync(StatusCode.NotFound, "INBOX_NOT_FOUND", call);
    }

    [Fact]
    public async Task GetInboxItem_OfAnotherUnderTheOwnName_NotFound()
    {
        var notice = await GivenItemsAsync("p-kegong-leader", 1);
        var item = (await county.ItemsAsync("p-kegong-leader", notice)).Single();
        var id = item.Name.Split('/')[^1];

        Assert.Equal(item, await county.InboxOf("p-kegong-leader").GetInboxItemAsync(new() { Name = item.Name }));
        await Refusal.WithAsync(StatusCode.NotFound, "INBOX_ITEM_NOT_FOUND", async () =>
            await county.InboxOf("p-weijian-leader").GetInboxItemAsync(new() { Name = $"people/me/inboxItems/{id}" }));
    }

    [Fact]
    public async Task ListInboxItems_InPages_NewestFirstEachOnce()
    {
        var notice = await GivenItemsAsync("p-weijian-secretary", 5);
        var inbox = county.InboxOf("p-weijian-secretary");
        var seen = new List<InboxItem>();
        var request = new ListInboxItemsRequest { Parent = "people/p-weijian-secretary", PageSize = 2 };
        do
        {
            var page = await inbox.ListInboxItemsAsync(request);
            Assert.InRange(page.InboxItems.Count, 1, 2);
            seen.AddRange(page.InboxItems);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(5, seen.Count(item => item.Subject == notice));
        Assert.Equal(seen.Select(item => item.Name).Distinct(), seen.Select(item => item.Name));
        Assert.Equal(seen.OrderByDescending(item => item.CreateTime), seen);
    }

    [Fact]
    public async Task MarkRead_TwiceAndAtOnce_CountsDownOnceAndKeepsTheTime()
    {
        var notice = await GivenItemsAsync("p-kegong-leader", 2);
        var inbox = county.InboxOf("p-kegong-leader");
        var names = (await county.ItemsAsync("p-kegong-leader", notice)).Select(item => item.Name).ToList();
        var before = (await inbox.GetUnreadCountAsync(new() { Parent = "people/me" })).UnreadCount;
        var request = new MarkReadRequest { Parent = "people/me", Names = { names, names[0] } };

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => inbox.MarkReadAsync(request).ResponseAsync));
        var readAt = (await county.ItemsAsync("p-kegong-leader", notice)).Select(item => item.ReadTime).ToList();
        county.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await inbox.MarkReadAsync(request);

        Assert.Equal(before - 2, again.UnreadCount);
        Assert.All(readAt, Assert.NotNull);
        Assert.Equal(readAt, (await county.ItemsAsync("p-kegong-leader", notice)).Select(item => item.ReadTime));
        var unread = await inbox.ListInboxItemsAsync(new() { Parent = "people/me", UnreadOnly = true, PageSize = 200 });
        Assert.DoesNotContain(unread.InboxItems, item => item.Subject == notice);
        // The secretary's inbox holds the same alerts; what one person has read is unread for the other.
        Assert.All(await county.ItemsAsync("p-kegong-secretary", notice), item => Assert.Null(item.ReadTime));
    }

    [Fact]
    public async Task ListInboxItems_RepeatsOnOneSubject_TheNewestStandsForThem()
    {
        var notice = county.NewNotice();
        await county.DeliverAsync(new Events.RectificationDueSoon(notice, "kegong", "1号", new DateOnly(2023, 12, 23), 3));
        var soon = Assert.Single(await county.ItemsAsync("p-kegong-leader", notice));
        await county.InboxOf("p-kegong-leader").MarkReadAsync(new() { Parent = "people/me", Names = { soon.Name } });
        await county.DeliverAsync(County.Overdue(notice));
        await county.DeliverAsync(new Events.RectificationDue(notice, "kegong", "1号", new DateOnly(2023, 12, 23), 3));

        var item = Assert.Single(await county.ItemsAsync("p-kegong-leader", notice));

        Assert.Equal((AlertLevel.Overdue, 2), (item.Level, item.Repeats));
        Assert.Null(item.ReadTime);
    }

    [Fact]
    public async Task GetDigest_OfTheDay_CountsByKindAndShowsDeadlines()
    {
        await county.Host.GivenMemberAsync("kegong", "p-digest", "秘书二", "Secretary");
        var notice = await GivenItemsAsync("p-kegong-digest", 3);

        var digest = await county.InboxOf("p-digest").GetDigestAsync(new() { Parent = "people/me" });

        Assert.Contains(digest.Lines, line => line.Kind == InboxItemKind.RectificationNotice && line.UnreadCount > 0);
        Assert.DoesNotContain(digest.StandingDeadlines, item => item.Subject == notice);
        var standing = county.NewNotice();
        await county.DeliverAsync(County.Overdue(standing));
        digest = await county.InboxOf("p-digest").GetDigestAsync(new() { Parent = "people/p-digest" });
        Assert.Contains(digest.StandingDeadlines, item => item.Subject == standing);
        await NotFoundInboxAsync(async () => await county.InboxOf("p-digest").GetDigestAsync(new() { Parent = "people/p-x" }));
    }

    private static Task NotFoundInboxAsync(Func<Task> call) =>
        Refusal.WithAsync(StatusCode.NotFound, "INBOX_NOT_FOUND", call);

    [Fact]
    public async Task MarkRead_OneOfThemUnknown_MarksNone()
    {
        var notice = await GivenItemsAsync("p-kegong-leader", 1);
        var name = (await county.ItemsAsync("p-kegong-leader", notice)).Single().Name;

        await Refusal.WithAsync(StatusCode.NotFound, "INBOX_ITEM_NOT_FOUND", async () => await county.InboxOf("p-kegong-leader")
            .MarkReadAsync(new() { Parent = "people/me", Names = { name, "people/me/inboxItems/none" } }));

        Assert.Null((await county.ItemsAsync("p-kegong-leader", notice)).Single().ReadTime);
    }

    [Fact]
    public async Task MarkRead_NoneOrTooManyOrMalformed_Invalid()
    {
        var inbox = county.InboxOf("p-kegong-leader");
        var many = Enumerable.Range(0, 201).Select(i => $"people/me/inboxItems/i{i}");

        await Refusal.ForFieldsAsync(async () => await inbox.MarkReadAsync(new() { Parent = "people/me" }), "names");
        await Refusal.ForFieldsAsync(
            async () => await inbox.MarkReadAsync(new() { Parent = "people/me", Names = { many } }), "names");
        await Refusal.ForFieldsAsync(
            async () => await inbox.MarkReadAsync(new() { Parent = "people/me", Names = { "inboxItems/1" } }), "names[0]");
        await Refusal.ForFieldsAsync(async () => await inbox.ListInboxItemsAsync(new() { Parent = "units/kegong" }), "parent");
        await Refusal.ForFieldsAsync(
            async () => await inbox.ListInboxItemsAsync(new() { Parent = "people/me", PageToken = "?" }), "page_token");
        await Refusal.ForFieldsAsync(
            async () => await inbox.ListInboxItemsAsync(new() { Parent = "people/me", PageSize = -1 }), "page_size");
    }

    /// <summary>Several items on one notice for secretary and leader of the person's unit.</summary>
    protected async Task<string> GivenItemsAsync(string person, int count)
    {
        var notice = county.NewNotice(person.Split('-')[1]);
        for (var version = 1; version <= count; version++)
        {
            await county.DeliverAsync(County.Step(notice, version));
            county.Host.Clock.Advance(TimeSpan.FromMilliseconds(version % 2));
        }

        return notice;
    }
}
