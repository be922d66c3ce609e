using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.AuditEntries;

public sealed class AuditEntryServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private AuditEntryService.AuditEntryServiceClient Trail => new(directory.AuditAdmin);

    [Fact]
    public async Task ListAuditEntries_ChangeAndRefusal_BothLeaveALine()
    {
        await directory.GivenUnitAsync("audited", "留痕", "xinxiang");
        var update = new UpdateUnitRequest { Unit = new Unit { Name = "units/audited", DisplayName = "改名" } };
        await Refusal.AssertAsync("ROLE_MISSING", new UnitService.UnitServiceClient(directory.Publicity).UpdateUnitAsync(update));

        var lines = (await Trail.ListAuditEntriesAsync(new ListAuditEntriesRequest { Resource = "units/audited" })).AuditEntries;
        Assert.Equal(
            [("people/publicity", "UnitService/UpdateUnit", "ROLE_MISSING"), ("people/admin", "UnitService/CreateUnit", "OK")],
            lines.Select(line => (line.Actor, line.Action, line.Outcome)));
    }

    [Fact]
    public async Task ListAuditEntries_ByActorAndPage_NewestFirst()
    {
        await directory.GivenUnitAsync("paged", "分页", "xinxiang");
        var request = new ListAuditEntriesRequest { Actor = "people/admin", PageSize = 2 };
        var first = await Trail.ListAuditEntriesAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await Trail.ListAuditEntriesAsync(request);

        var times = first.AuditEntries.Concat(second.AuditEntries).Select(line => long.Parse(line.Name.Split('/')[1])).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(4, times.Distinct().Count());
    }

    [Fact]
    public async Task ListAuditEntries_RoleOnAPartOfTheTree_IsRefused()
    {
        var part = new AuditEntryService.AuditEntryServiceClient(directory.As("p-part", "AuditAdmin:/xinxiang/xinxiang-kegong/*"));
        await Refusal.AssertAsync("ROLE_MISSING", part.ListAuditEntriesAsync(new ListAuditEntriesRequest()));
    }
}
