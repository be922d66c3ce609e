using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using StudySuite.Demo.Access;
using StudySuite.Directory.V1;
using StudySuite.Notifications.V1;

namespace StudySuite.Suite.Tests;

/// <summary>A person's own log-ins and data through the gateway, by REST and gRPC; the pages behind it.</summary>
public abstract class IdentityTests(ISuite suite)
{
    [Fact]
    public async Task LoginSessions_OfOneself_AreListedOverRestAndEndedOverGrpc()
    {
        using var cast = new Cast(suite.Demo);
        using var other = new Cast(suite.Demo);
        using var http = await AsAsync(cast, "observer");
        await other["observer"].TokenAsync();

        var before = await http.GetFromJsonAsync<JsonElement>("directory/v1/people/me/loginSessions");
        var sessions = before.GetProperty("loginSessions").EnumerateArray().ToList();
        Assert.InRange(sessions.Count, 2, 50);
        Assert.Single(sessions, session => session.GetProperty("current").GetBoolean());
        Assert.All(sessions, session => Assert.NotEmpty(session.GetProperty("source").GetString()!));

        using var channel = GrpcChannel.ForAddress(suite.Demo.Grpc);
        var ended = await new LoginSessionService.LoginSessionServiceClient(channel).EndLoginSessionsAsync(
            new EndLoginSessionsRequest { Parent = "people/me", KeepCurrent = true },
            new Metadata { { "authorization", $"Bearer {await cast["observer"].TokenAsync()}" } });

        Assert.Equal(sessions.Count - 1, ended.EndedCount);
        var after = await http.GetFromJsonAsync<JsonElement>("directory/v1/people/me/loginSessions");
        Assert.Equal(1, after.GetProperty("loginSessions").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("directory/v1/people/publicity/loginSessions")).StatusCode);
    }

    [Fact]
    public async Task ExportPerson_OfOneself_IsADocument()
    {
        using var cast = new Cast(suite.Demo);
        using var http = await AsAsync(cast, "observer");
        var export = JsonDocument.Parse(await http.GetStringAsync("directory/v1/people/me:export")).RootElement;
        Assert.Equal("observer", export.GetProperty("userName").GetString());
        Assert.NotEqual(0, export.GetProperty("grants").GetArrayLength());
    }

    [Theory]
    [InlineData("planning", "member_view")]
    [InlineData("sessions", "attendance")]
    [InlineData("supervision", "member_view")]
    [InlineData("bulletin", "member_view")]
    [InlineData("notifications", "read_mark")]
    public async Task ExportPersonRecords_OfOneself_HasWhatEachServiceHolds(string service, string table)
    {
        using var cast = new Cast(suite.Demo);
        using var http = await AsAsync(cast, "xx-m01");
        var inbox = new InboxService.InboxServiceClient(cast["xx-m01"].Calls);
        var items = await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Parent = "people/me", PageSize = 1 });
        await inbox.MarkReadAsync(new MarkReadRequest { Parent = "people/me", Names = { items.InboxItems.Select(item => item.Name) } });

        var export = await http.GetFromJsonAsync<JsonElement>($"{service}/v1/people/me:export");

        Assert.Equal((service, "people/xx-m01"), (export.GetProperty("service").GetString(), export.GetProperty("person").GetString()));
        var own = export.GetProperty("own").EnumerateArray().Where(row => row.GetProperty("table").GetString() == table).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, row => Assert.Equal("xx-m01", row.GetProperty("values").GetProperty("person").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync($"{service}/v1/people/xx-m02:export")).StatusCode);
    }

    [Fact]
    public async Task LoginPage_BehindTheGateway_IsSmallStrictAndSpeaksBothLanguages()
    {
        using var http = new HttpClient { BaseAddress = suite.Web };
        using var chinese = await http.GetAsync("account/login");
        Assert.StartsWith("default-src 'none';", Assert.Single(chinese.Headers.GetValues("Content-Security-Policy")));
        var html = await chinese.Content.ReadAsStringAsync();
        Assert.InRange(html.Length, 500, 50_000);
        Assert.Contains("lang=\"zh-CN\"", html);
        Assert.DoesNotContain("<script", html);

        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("lang=\"en\"", await http.GetStringAsync("account/login"));
    }

    private async Task<HttpClient> AsAsync(Cast cast, string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return http;
    }
}

[Collection("standalone")]
public sealed class IdentityOnStandaloneTests(StandaloneYear year) : IdentityTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class IdentityOnCountyTests(CountyYear year) : IdentityTests(year.Suite);
