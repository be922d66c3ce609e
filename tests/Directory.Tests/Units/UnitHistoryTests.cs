using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Units;

public class UnitHistoryTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private UnitService.UnitServiceClient Units => new(directory.SystemAdmin);

    [Fact]
    public async Task MoveUnit_TakesAllBelowAlongAndKeepsTheTreeOfBefore()
    {
        await directory.GivenUnitAsync("old-office", "旧口", "xinxiang");
        await directory.GivenUnitAsync("new-office", "新口", "xinxiang");
        await directory.GivenUnitAsync("bureau", "某局", "old-office");
        await directory.GivenUnitAsync("centre", "某中心", "bureau");

        var moved = await Units.MoveUnitAsync(new MoveUnitRequest
        {
            Name = "units/bureau", ParentUnit = "units/new-office", EffectiveOn = "2023-07-01",
        });
        await Units.UpdateUnitAsync(new UpdateUnitRequest
        {
            Unit = new Unit { Name = "units/bureau", DisplayName = "某局（新）", Liaison = "张三 0373-1234567" }, EffectiveOn = "2023-09-01",
        });

        Assert.Equal("/xinxiang/new-office/bureau/", moved.Path);
        Assert.Equal("/xinxiang/new-office/bureau/centre/", (await GetAsync("centre")).Path);
        Assert.Equal("/xinxiang/old-office/bureau/centre/", (await GetAsync("centre", "2023-06-30")).Path);
        Assert.Equal(("某局", "units/new-office"), Told(await GetAsync("bureau", "2023-08-31")));
        Assert.Equal(("某局（新）", "units/new-office"), Told(await GetAsync("bureau", "2023-09-01")));
        Assert.Equal(["old-office", "bureau", "centre"], await TreeAsync("units/old-office", "2023-06-30"));
        Assert.Equal(["old-office"], await TreeAsync("units/old-office", "2023-07-01"));

        var sent = (await directory.Service.SentAsync<UnitChanged>()).Where(evt => evt.Unit == "centre").Select(evt => (evt.Path, evt.Version));
        Assert.Equal([("/xinxiang/old-office/bureau/centre/", 1L), ("/xinxiang/new-office/bureau/centre/", 2L)], sent);
    }

    [Fact]
    public async Task MoveUnit_WhereItCannotGo_IsRefused()
    {
        await directory.GivenUnitAsync("upper", "上", "xinxiang");
        await directory.GivenUnitAsync("lower", "下", "upper");
        await Refusal.AssertAsync("UNIT_BELOW_ITSELF", MoveAsync("upper", "lower"));
        await Refusal.AssertAsync("UNIT_BELOW_ITSELF", MoveAsync("upper", "upper"));
        await Refusal.AssertAsync("ROOT_NOT_MOVABLE", MoveAsync("xinxiang", "upper"));
        await Refusal.AssertAsync("DATE_IN_FUTURE", MoveAsync("lower", "xinxiang", "2030-01-01"));
        var administrator = new UnitService.UnitServiceClient(directory.As("p-a", "SystemAdmin:/xinxiang/upper/*"));
        await Refusal.AssertAsync("UNIT_NOT_FOUND", administrator.MoveUnitAsync(new MoveUnitRequest { Name = "units/lower", ParentUnit = "units/xinxiang-kegong" }));

        await MoveAsync("lower", "xinxiang", "2023-10-01");
        await Refusal.AssertAsync("UNIT_CHANGED_LATER", MoveAsync("lower", "upper", "2023-09-30"));
    }

    [Fact]
    public async Task CloseUnit_EndsItsGroupAndStaysInHistory()
    {
        await directory.GivenUnitAsync("closing", "将撤", "xinxiang");
        await directory.GivenUnitAsync("closing-below", "其下", "closing");
        var members = new MemberService.MemberServiceClient(directory.SystemAdmin);
        var person = (await directory.GivenPersonAsync()).Person.Name;
        await members.CreateMemberAsync(new CreateMemberRequest
        {
            Parent = "units/closing",
            Member = new Member { Person = person, Role = MemberRole.Leader, Kind = MemberKind.Full, FromDate = "2023-01-01" },
        });

        await Refusal.AssertAsync("UNITS_BELOW_OPEN", CloseAsync("closing"));
        await CloseAsync("closing-below");
        Assert.Equal("2023-11-30", (await CloseAsync("closing")).ClosedOn);
        await Refusal.AssertAsync("UNIT_CLOSED", CloseAsync("closing"));

        Assert.DoesNotContain("closing", await TreeAsync("units/xinxiang", ""));
        Assert.Contains("closing", await TreeAsync("units/xinxiang", "2023-11-30"));
        Assert.DoesNotContain("closing", await TreeAsync("units/xinxiang", "2023-12-01"));
        Assert.Empty((await members.ListMembersAsync(new ListMembersRequest { Parent = "units/closing" })).Members);
        var group = await members.ListMembersAsync(new ListMembersRequest { Parent = "units/closing", AsOf = "2023-11-30" });
        Assert.Equal((person, "2023-11-30"), (group.Members.Single().Person, group.Members.Single().ToDate));
    }

    [Fact]
    public async Task GetUnit_BeforeItWasFounded_IsNotFound()
    {
        await Units.CreateUnitAsync(new CreateUnitRequest
        {
            UnitId = "founded", FoundedOn = "2023-05-01",
            Unit = new Unit { DisplayName = "新设", Kind = UnitKind.WorkingOrgan, Level = UnitLevel.Township, ParentUnit = "units/xinxiang" },
        });
        await Refusal.AssertAsync("UNIT_NOT_FOUND", Units.GetUnitAsync(new GetUnitRequest { Name = "units/founded", AsOf = "2023-04-30" }));
        Assert.Equal("2023-05-01", (await GetAsync("founded", "2023-05-01")).Since);
    }

    private async Task<Unit> GetAsync(string code, string asOf = "") =>
        await Units.GetUnitAsync(new GetUnitRequest { Name = $"units/{code}", AsOf = asOf });

    private async Task<List<string>> TreeAsync(string ancestor, string asOf) =>
        [.. (await Units.ListUnitsAsync(new ListUnitsRequest { Ancestor = ancestor, AsOf = asOf, PageSize = 200 })).Units.Select(unit => unit.Name[6..])];

    private Grpc.Core.AsyncUnaryCall<Unit> MoveAsync(string code, string parent, string on = "") => Units.MoveUnitAsync(
        new MoveUnitRequest { Name = $"units/{code}", ParentUnit = $"units/{parent}", EffectiveOn = on });

    private Grpc.Core.AsyncUnaryCall<Unit> CloseAsync(string code) =>
        Units.CloseUnitAsync(new CloseUnitRequest { Name = $"units/{code}", ClosedOn = "2023-11-30" });

    private static (string, string) Told(Unit unit) => (unit.DisplayName, unit.ParentUnit);
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class UnitHistoryOnServersTests(DirectoryOnServers servers) : UnitHistoryTests(servers.Directory), IClassFixture<DirectoryOnServers>;
