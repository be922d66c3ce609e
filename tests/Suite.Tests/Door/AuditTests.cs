using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using StudySuite.Audit.V1;
using StudySuite.Demo.Access;
using StudySuite.Planning.V1;

namespace StudySuite.Suite.Tests;

/// <summary>Every service's audit trail through the gateway, for the audit administrator alone.</summary>
public abstract class AuditTests(ISuite suite)
{
    [Theory]
    [InlineData("directory")]
    [InlineData("planning")]
    [InlineData("sessions")]
    [InlineData("supervision")]
    [InlineData("bulletin")]
    [InlineData("notifications")]
    public async Task AuditEntries_OverRest_AreListedExportedAndWhole(string service)
    {
        using var cast = new Cast(suite.Demo);
        using var auditor = await AsAsync(cast, "audit-admin");
        using var other = await AsAsync(cast, "publicity");

        // An export is a line of the trail itself, so that none is empty.
        Assert.Contains("link,sequence,", await auditor.GetStringAsync($"{service}/v1/auditEntries:export?filter.action=Nothing"));
        var page = await auditor.GetFromJsonAsync<JsonElement>($"{service}/v1/auditEntries?pageSize=5");
        Assert.NotEqual(0, page.GetProperty("auditEntries").GetArrayLength());
        using var verified = await auditor.PostAsJsonAsync($"{service}/v1/auditEntries:verify", new { });
        var verdict = await verified.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("AUDIT_FAULT_UNSPECIFIED", verdict.GetProperty("fault").GetString());
        Assert.StartsWith("sha256", verdict.GetProperty("head").GetString()!.Split(':')[1]);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{service}/v1/auditEntries")).StatusCode);
    }

    [Fact]
    public async Task AuditEntries_OverGrpc_AreListed()
    {
        using var cast = new Cast(suite.Demo);
        using var channel = GrpcChannel.ForAddress(suite.Demo.Grpc);
        var trail = new AuditEntryService.AuditEntryServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {await cast["audit-admin"].TokenAsync()}" } };

        var lines = await trail.ListAuditEntriesAsync(
            new ListAuditEntriesRequest { Filter = new AuditFilter { Action = "AnnualPlanService/" }, PageSize = 3 }, headers);

        Assert.Equal(3, lines.AuditEntries.Count);
        Assert.All(lines.AuditEntries, line => Assert.NotEmpty(line.Source));
    }

    private async Task<HttpClient> AsAsync(Cast cast, string user)
    {
        var http = new HttpClient { BaseAddress = suite.Web };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await cast[user].TokenAsync());
        return http;
    }
}

[Collection("standalone")]
public sealed class AuditOnStandaloneTests(StandaloneYear year) : AuditTests(year.Suite);

[Collection("county"), Trait("Needs", "Servers")]
public sealed class AuditOnCountyTests(CountyYear year) : AuditTests(year.Suite);
