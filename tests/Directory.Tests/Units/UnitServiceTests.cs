using Google.Protobuf.WellKnownTypes;
using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Units;

public class UnitServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private UnitService.UnitServiceClient Units => new(directory.SystemAdmin);

    [Fact]
    public async Task CreateUnit_BelowRoot_GetsPathAndIsAnnounced()
    {
        var unit = await directory.GivenUnitAsync("xinxiang-guguzhai", "古固寨镇", "xinxiang");

        Assert.Equal("/xinxiang/xinxiang-guguzhai/", unit.Path);
        var sent = (await directory.Service.SentAsync<UnitChanged>()).Single(evt => evt.Unit == "xinxiang-guguzhai");
        Assert.Equal(("/xinxiang/xinxiang-guguzhai/", "PartyCommittee", 1L), (sent.Path, sent.Kind, sent.Version));
    }

    [Fact]
    public async Task CreateUnit_SecondRoot_IsRefused() =>
        await Refusal.AssertAsync("ROOT_EXISTS", Units.CreateUnitAsync(NewUnit("yuanyang", "")));

    [Fact]
    public async Task CreateUnit_SameCode_IsRefused() =>
        await Refusal.AssertAsync("UNIT_EXISTS", Units.CreateUnitAsync(NewUnit("xinxiang-kegong", "units/xinxiang")));

    [Fact]
    public async Task CreateUnit_EverythingWrong_TellsAllOfIt()
    {
        var reasons = await Refusal.OfAsync(Units.CreateUnitAsync(new CreateUnitRequest
        {
            UnitId = "Xin Xiang",
            Unit = new Unit { Order = -1 },
        }));
        Assert.Equal(
            ["INVALID_REQUEST", "ID_INVALID", "FIELD_REQUIRED", "FIELD_REQUIRED", "FIELD_REQUIRED", "NUMBER_OUT_OF_RANGE"], reasons);
    }

    [Fact]
    public async Task CreateUnit_ByAdministratorOfAnotherPart_SeesNoParent()
    {
        var units = new UnitService.UnitServiceClient(directory.As("p-a", "SystemAdmin:/xinxiang/xinxiang-kegong/*"));
        await Refusal.AssertAsync("UNIT_NOT_FOUND", units.CreateUnitAsync(NewUnit("elsewhere", "units/xinxiang-weijian")));
    }

    [Fact]
    public async Task CreateUnit_RepeatedRequestId_TakesEffectOnce()
    {
        var request = NewUnit("repeated", "units/xinxiang");
        request.RequestId = "repeat-0001";

        var first = await Units.CreateUnitAsync(request);
        var second = await Units.CreateUnitAsync(request);
        Assert.Equal(first, second);

        request.Unit.DisplayName = "另一个";
        await Refusal.AssertAsync("REQUEST_ID_REUSED", Units.CreateUnitAsync(request));
    }

    [Fact]
    public async Task UpdateUnit_RenamesAndGuardsTheEtag()
    {
        var unit = await directory.GivenUnitAsync("renamed", "旧名", "xinxiang");
        var request = new UpdateUnitRequest
        {
            Unit = new Unit { Name = unit.Name, DisplayName = "新名", Order = 7, Etag = unit.Etag },
            UpdateMask = new FieldMask { Paths = { "display_name" } },
        };

        var updated = await Units.UpdateUnitAsync(request);
        Assert.Equal(("新名", 0), (updated.DisplayName, updated.Order));
        await Refusal.AssertAsync("ETAG_STALE", Units.UpdateUnitAsync(request));

        // What changes nothing announces nothing, or the next change would carry a version already seen.
        request.Unit.Etag = "";
        await Units.UpdateUnitAsync(request);
        var versions = (await directory.Service.SentAsync<UnitChanged>()).Where(evt => evt.Unit == "renamed").Select(evt => evt.Version);
        Assert.Equal([1, 2], versions);

        request.UpdateMask = new FieldMask { Paths = { "level" } };
        await Refusal.AssertAsync("FIELD_NOT_WRITABLE", Units.UpdateUnitAsync(request));
    }

    [Fact]
    public async Task ListUnits_ByPages_TellsEachOnce()
    {
        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await Units.ListUnitsAsync(new ListUnitsRequest { PageSize = 1, PageToken = token, Ancestor = "units/xinxiang" });
            seen.AddRange(page.Units.Select(unit => unit.Path));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Distinct(), seen);
        await Refusal.AssertAsync("PAGE_TOKEN_INVALID", Units.ListUnitsAsync(new ListUnitsRequest { PageToken = "?" }));
    }

    private static CreateUnitRequest NewUnit(string code, string parent) => new()
    {
        UnitId = code,
        Unit = new Unit { DisplayName = "某单位", Kind = UnitKind.Other, Level = UnitLevel.Township, ParentUnit = parent },
    };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class UnitServiceOnServersTests(DirectoryOnServers servers) : UnitServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
