using System.Text;
using Grpc.Core;
using StudySuite.Audit.V1;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.AuditEntries;

public class AuditEntryServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private AuditEntryService.AuditEntryServiceClient Trail => new(directory.AuditAdmin);

    [Fact]
    public async Task ListAuditEntries_ChangeAndRefusal_BothLeaveALine()
    {
        await directory.GivenUnitAsync("audited", "留痕", "xinxiang");
        var update = new UpdateUnitRequest { Unit = new Unit { Name = "units/audited", DisplayName = "改名" } };
        await Refusal.AssertAsync("ROLE_MISSING", new UnitService.UnitServiceClient(directory.Publicity).UpdateUnitAsync(update));

        var lines = await ListAsync(new AuditFilter { Resource = "units/audited" });
        Assert.Equal(
            [("people/publicity", "UnitService/UpdateUnit", "ROLE_MISSING"), ("people/admin", "UnitService/CreateUnit", "OK")],
            lines.Select(line => (line.Actor, line.Action, line.Outcome)));
        Assert.Equal(
            "ROLE_MISSING",
            Assert.Single(await ListAsync(new AuditFilter { Resource = "units/audited", Outcome = AuditOutcome.Refused })).Outcome);
        Assert.Equal(
            "UnitService/CreateUnit",
            Assert.Single(await ListAsync(new AuditFilter { Resource = "units/audited", Action = "UnitService/Create" })).Action);
    }

    [Fact]
    public async Task ListAuditEntries_ReachForAForeignUnit_LeavesALine()
    {
        var stranger = new UnitService.UnitServiceClient(directory.As("p-stranger", "Member:/xinxiang/xinxiang-kegong/"));
        await Refusal.AssertAsync("UNIT_NOT_FOUND", stranger.GetUnitAsync(new GetUnitRequest { Name = "units/xinxiang-weijian" }));
        await Refusal.AssertAsync("UNIT_NOT_FOUND", stranger.GetUnitAsync(new GetUnitRequest { Name = $"units/{new string('x', 900)}" }));

        var lines = await ListAsync(new AuditFilter { Actor = "people/p-stranger" });
        Assert.Equal(["UNIT_NOT_FOUND", "UNIT_NOT_FOUND"], lines.Select(line => line.Outcome));
        Assert.Equal("units/xinxiang-weijian", lines[1].Resource);
    }

    [Fact]
    public async Task ListAuditEntries_ByActorAndPage_NewestFirst()
    {
        await directory.GivenUnitAsync("paged", "分页", "xinxiang");
        var request = new ListAuditEntriesRequest { Filter = new AuditFilter { Actor = "people/admin" }, PageSize = 2 };
        var first = await Trail.ListAuditEntriesAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await Trail.ListAuditEntriesAsync(request);

        var times = first.AuditEntries.Concat(second.AuditEntries).Select(line => long.Parse(line.Name.Split('/')[1])).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(4, times.Distinct().Count());
    }

    [Fact]
    public async Task ListAuditEntries_OverRest_TakesEveryFilter()
    {
        await directory.GivenUnitAsync("over-rest", "接口", "xinxiang");
        using var http = directory.Service.HttpAs("audit", "AuditAdmin:/*");
        const string Query = "directory/v1/auditEntries?filter.resource=units/over-rest&filter.actor=people/admin"
            + "&filter.outcome=AUDIT_OUTCOME_OK&filter.startTime=2023-12-01T00:00:00Z&filter.endTime=";

        Assert.Contains("over-rest", await http.GetStringAsync(Query + "2024-12-01T00:00:00Z"));
        Assert.DoesNotContain("over-rest", await http.GetStringAsync(Query + "2023-12-02T00:00:00Z"));
    }

    [Fact]
    public async Task ExportAuditEntries_OverRestAndGrpc_IsCsvInTheOrderOfTheChain()
    {
        await directory.GivenUnitAsync("exported", "导出", "xinxiang");
        using var http = directory.Service.HttpAs("audit", "AuditAdmin:/*");
        using var answer = await http.GetAsync("directory/v1/auditEntries:export");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        var links = lines[1..].Select(line => long.Parse(line.Split(',')[0])).ToList();
        Assert.Equal(Enumerable.Range(1, links.Count).Select(link => (long)link), links);
        Assert.Contains("AuditEntryService/ExportAuditEntries", lines[^1]);

        using var call = Trail.ExportAuditEntries(new ExportAuditEntriesRequest { Filter = new AuditFilter { Resource = "units/exported" } });
        var csv = new StringBuilder();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            csv.Append(chunk.Data.ToStringUtf8());
        }

        Assert.Contains(",admin,UnitService/CreateUnit,units/exported,OK,", csv.ToString());
    }

    [Fact]
    public async Task AuditEntries_AnyoneButTheWholeDeploymentsAuditor_AreClosed()
    {
        var part = new AuditEntryService.AuditEntryServiceClient(directory.As("p-part", "AuditAdmin:/xinxiang/xinxiang-kegong/*"));
        await Refusal.AssertAsync("ROLE_MISSING", part.ListAuditEntriesAsync(new ListAuditEntriesRequest()));
        await Refusal.AssertAsync("ROLE_MISSING", part.VerifyAuditEntriesAsync(new VerifyAuditEntriesRequest()));
        var system = new AuditEntryService.AuditEntryServiceClient(directory.SystemAdmin);
        await Refusal.AssertAsync("ROLE_MISSING", system.ListAuditEntriesAsync(new ListAuditEntriesRequest()));
        await Refusal.AssertAsync("AUDIT_HEAD_INVALID", Trail.VerifyAuditEntriesAsync(new VerifyAuditEntriesRequest { Head = "x" }));

        using var export = part.ExportAuditEntries(new ExportAuditEntriesRequest());
        var refused = await Assert.ThrowsAsync<RpcException>(() => export.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        Assert.Contains(await ListAsync(new AuditFilter { Actor = "people/p-part" }), line => line.Action.EndsWith("ExportAuditEntries"));
    }

    private async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter) =>
        (await Trail.ListAuditEntriesAsync(new ListAuditEntriesRequest { Filter = filter })).AuditEntries;
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class AuditEntryServiceOnServersTests(DirectoryOnServers servers) : AuditEntryServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
