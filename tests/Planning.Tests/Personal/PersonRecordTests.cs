using System.Text.Json;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.PersonRecordService;
using static StudySuite.Planning.V1.SelfStudyPlanService;

namespace StudySuite.Planning.Tests.Personal;

/// <summary>What planning holds of a person, taken out by that person.</summary>
public class PersonRecordTests
{
    private const string Member = "Member:/xinxiang/xinxiang-kegong/";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ExportPersonRecords_OfOneself_HasOwnRowsInFullAndNamesTheOthers()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        await planning.Host.GivenMemberAsync("xinxiang-kegong", "zhang", "张三");
        var selfStudy = new SelfStudyPlanServiceClient(planning.Host.ChannelAs("zhang", Member));
        await selfStudy.CreateSelfStudyPlanAsync(new()
        {
            Parent = PlanningFixture.Unit,
            SelfStudyPlan = new() { Year = 2024, Items = { new SelfStudyItem { Content = "原著选读" } } },
        });
        await planning.GivenAcceptedPlanAsync();

        var own = await ExportAsync(planning, "zhang", Member);
        var leader = await ExportAsync(planning, "p-groupleader", "GroupLeader:/xinxiang/xinxiang-kegong/");

        var rows = own.GetProperty("own").EnumerateArray().ToDictionary(row => row.GetProperty("table").GetString()!, row => row.GetProperty("values"));
        Assert.Equal(["member_view", "self_study_plan"], rows.Keys.Order());
        Assert.Equal("张三", rows["member_view"].GetProperty("name").GetString());
        Assert.Contains("原著选读", rows["self_study_plan"].GetProperty("items").ToString());
        Assert.StartsWith("2023-12-20T", rows["self_study_plan"].GetProperty("createdAt").GetString());
        Assert.Contains(own.GetProperty("audit").EnumerateArray(), line => line.GetProperty("action").GetString() == "SelfStudyPlanService/CreateSelfStudyPlan");

        // Who approved a plan is told which, not what stands in it.
        var approved = leader.GetProperty("mentions").EnumerateArray().Single(row => row.GetProperty("table").GetString() == "annual_plan");
        Assert.Equal(("xinxiang-kegong", 2024), (approved.GetProperty("key").GetProperty("unit").GetString(), approved.GetProperty("key").GetProperty("year").GetInt32()));
        Assert.Equal(["approvedBy"], approved.GetProperty("as").EnumerateArray().Select(column => column.GetString()!));
        Assert.DoesNotContain("专题", leader.ToString());
        Assert.DoesNotContain("zhang", leader.ToString());
    }

    [Fact]
    public async Task ExportPersonRecords_OfSomebodyElse_IsRefused()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing);
        var other = new PersonRecordServiceClient(planning.Host.ChannelAs("li", "SystemAdmin:/*"));

        Assert.Equal("ROLE_MISSING", (await Refused.ByAsync(other.ExportPersonRecordsAsync(new() { Name = "people/zhang" }))).Reason);
        var malformed = await Refused.ByAsync(other.ExportPersonRecordsAsync(new() { Name = "units/zhang" }));
        Assert.Equal([("name", "NAME_INVALID")], malformed.Violations);
    }

    private static async Task<JsonElement> ExportAsync(PlanningFixture planning, string person, string grant)
    {
        var records = new PersonRecordServiceClient(planning.Host.ChannelAs(person, grant));
        var export = await records.ExportPersonRecordsAsync(new() { Name = "people/me" });
        return JsonSerializer.Deserialize<JsonElement>(export.Data.Span);
    }
}

[Trait("Needs", "Servers")]
public sealed class PersonRecordOnPostgresTests : PersonRecordTests
{
    protected override Backing Backing => Backing.Servers;
}
