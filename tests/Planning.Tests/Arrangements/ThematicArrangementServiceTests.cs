using Grpc.Core;
using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.AnnualPlanService;
using static StudySuite.Planning.V1.ReceivedArrangementService;
using static StudySuite.Planning.V1.ThematicArrangementService;

namespace StudySuite.Planning.Tests.Arrangements;

public sealed class ThematicArrangementServiceTests
{
    private const string Name = "units/xinxiang/thematicArrangements/y2024";
    private const string Received = "units/xinxiang-kegong/receivedArrangements/y2024";

    [Fact]
    public async Task Arrangement_FromDraftToWithdrawal_ReachesTheUnitsInScope()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new ThematicArrangementServiceClient(planning.AsPublicity());
        var own = new ReceivedArrangementServiceClient(planning.AsSecretary());
        var other = new ReceivedArrangementServiceClient(planning.AsSecretary("xinxiang-weijian"));
        var draft = New();
        draft.ThematicArrangement.Units.Add("xinxiang-kegong");
        draft.ThematicArrangement.Number = "";
        await office.CreateThematicArrangementAsync(draft);

        var hidden = await Refused.ByAsync(own.GetReceivedArrangementAsync(new() { Name = Received }));
        var unnumbered = await Refused.ByAsync(office.IssueThematicArrangementAsync(new() { Name = Name }));
        await office.UpdateThematicArrangementAsync(new()
        {
            ThematicArrangement = new() { Name = Name, Number = "新宣发〔2023〕9号" }, UpdateMask = new() { Paths = { "number" } },
        });
        var issued = await office.IssueThematicArrangementAsync(new() { Name = Name });
        var read = await own.GetReceivedArrangementAsync(new() { Name = Received });
        var foreign = await Refused.ByAsync(other.GetReceivedArrangementAsync(new() { Name = "units/xinxiang-weijian/receivedArrangements/y2024" }));
        var topics = issued.Topics.Clone();
        topics[0].EndsOn = "2024-06-30";
        await office.AmendThematicArrangementAsync(new() { Name = Name, Topics = { topics }, Reason = "上级新要求" });
        await office.WithdrawThematicArrangementAsync(new() { Name = Name, Reason = "另行印发" });
        var withdrawn = Assert.Single((await own.ListReceivedArrangementsAsync(new() { Parent = PlanningFixture.Unit })).ReceivedArrangements).Arrangement;

        Assert.Equal((StatusCode.NotFound, "ARRANGEMENT_NUMBER_MISSING", "ARRANGEMENT_NOT_FOUND"), (hidden.Status, unnumbered.Reason, foreign.Reason));
        Assert.Equal((1, ArrangementState.Issued, "2023-12-20"), (issued.Recipients, issued.State, issued.IssuedOn));
        Assert.Equal(["rule-of-law", "01"], read.Arrangement.Topics.Select(topic => topic.Id));
        Assert.Empty(read.Arrangement.Units);
        Assert.Equal((ArrangementState.Withdrawn, "2024-06-30"), (withdrawn.State, withdrawn.Topics[0].EndsOn));
        Assert.Equal([("上级新要求", "2024-03-31"), ("另行印发", "")], withdrawn.Changes.Select(c => (c.Reason, c.TopicsBefore.FirstOrDefault()?.EndsOn ?? "")));
        Assert.Equal(["xinxiang-kegong"], Assert.Single(await planning.Host.SentAsync<ArrangementIssued>()).Recipients);
        Assert.Single(await planning.Host.SentAsync<ArrangementAmended>());
        Assert.Single(await planning.Host.SentAsync<ArrangementWithdrawn>());
    }

    [Fact]
    public async Task CreateThematicArrangement_Malformed_NamesAllThatIsWrong()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var request = New();
        request.ThematicArrangement.Title = "";
        request.ThematicArrangement.Topics[0].EndsOn = "2023-01-01";
        request.ThematicArrangement.Topics[1].Id = "rule-of-law";

        var refused = await Refused.ByAsync(new ThematicArrangementServiceClient(planning.AsPublicity()).CreateThematicArrangementAsync(request));

        Assert.Equal(
            [
                ("thematic_arrangement.title", "FIELD_REQUIRED"), ("thematic_arrangement.topics[0].ends_on", "PERIOD_REVERSED"),
                ("thematic_arrangement.topics[1].id", "TOPIC_ID_REPEATED"),
            ],
            refused.Violations.Order());
    }

    [Fact]
    public async Task PrefillAnnualPlan_FromArrangementAndLastYear_TakesWhatStillHolds()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new ThematicArrangementServiceClient(planning.AsPublicity());
        await office.CreateThematicArrangementAsync(New());
        await office.IssueThematicArrangementAsync(new() { Name = Name });
        var last = PlanningFixture.FullYear();
        last.Items[5].Topic = "习近平法治思想";
        await planning.GivenAcceptedPlanAsync(year: 2023, text: last);

        var secretary = new AnnualPlanServiceClient(planning.AsSecretary());
        var filled = await secretary.PrefillAnnualPlanAsync(new() { Parent = PlanningFixture.Unit, Year = 2024 });
        var created = await secretary.CreateAnnualPlanAsync(new() { Parent = PlanningFixture.Unit, Year = 2024, Plan = filled });

        // Two topics and eleven of last year's twelve: the twelfth has the title of a topic.
        Assert.Equal(13, created.Items.Count);
        var topic = Assert.Single(filled.Items, item => item.Topic == "习近平法治思想");
        Assert.Equal(($"{Name}/topics/rule-of-law", 1), (topic.ArrangementTopic, topic.Month));
        Assert.Equal(["《论坚持全面依法治国》", "宪法"], topic.Materials);
        Assert.All(filled.Items, item => Assert.Empty(item.KeynoteSpeakers));
        Assert.Equal(13, created.Items.Select(item => item.Id).Distinct().Count());
    }

    private static CreateThematicArrangementRequest New() => new()
    {
        Parent = "units/xinxiang",
        ThematicArrangementId = "y2024",
        ThematicArrangement = new ThematicArrangement
        {
            Year = 2024,
            Title = "2024年分专题集体学习安排意见",
            Number = "新宣发〔2023〕9号",
            Topics =
            {
                new ArrangementTopic
                {
                    Id = "rule-of-law", Title = "习近平法治思想", MustRead = { "《论坚持全面依法治国》" }, OptionalRead = { "宪法" },
                    StartsOn = "2024-01-01", EndsOn = "2024-03-31", Mandatory = true,
                },
                new ArrangementTopic { Title = "乡村振兴", StartsOn = "2024-04-01", EndsOn = "2024-06-30" },
            },
        },
    };
}
