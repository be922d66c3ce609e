using Grpc.Core;
using StudySuite.Events;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.TopicCampaignService;
using static StudySuite.Planning.V1.TopicProposalService;

namespace StudySuite.Planning.Tests.Campaigns;

public sealed class TopicCampaignServiceTests
{
    private const string Name = "units/xinxiang/topicCampaigns/y2024";

    [Fact]
    public async Task Campaign_FromCallToAnswers_TellsUnitsAndProposers()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new TopicCampaignServiceClient(planning.AsPublicity());
        var decide = new TopicProposalServiceClient(planning.AsPublicity());
        await office.CreateTopicCampaignAsync(New());

        var seen = await new TopicCampaignServiceClient(planning.AsSecretary()).ListCampaignsForUnitAsync(new() { Parent = PlanningFixture.Unit });
        var first = await ProposeAsync(planning.AsSecretary(), PlanningFixture.Unit, "first");
        var byLeader = await ProposeAsync(planning.AsLeader(), PlanningFixture.Unit, "second");
        var other = await ProposeAsync(planning.AsSecretary("xinxiang-weijian"), "units/xinxiang-weijian", "third");
        var open = await office.GetTopicCampaignAsync(new() { Name = Name });
        await decide.MergeTopicProposalAsync(new() { Name = other.Name, Into = first.Name, Answer = "内容相近，合并考虑" });
        await decide.AcceptTopicProposalAsync(new() { Name = first.Name, Answer = "列入二季度" });
        await decide.DeclineTopicProposalAsync(new() { Name = byLeader.Name, Answer = "去年已学" });

        Assert.Equal([Name], seen.TopicCampaigns.Select(c => c.Name));
        Assert.Equal((3, 3, TopicCampaignState.Open), (open.Proposals, open.Unanswered, open.State));
        Assert.Equal((false, true, 2024), (first.ByLeader, byLeader.ByLeader, first.Year));
        var merged = await new TopicProposalServiceClient(planning.AsSecretary("xinxiang-weijian")).GetTopicProposalAsync(new() { Name = other.Name });
        Assert.Equal(
            (ProposalState.Merged, ProposalState.Accepted, first.Name, "列入二季度", "2023-12-20"),
            (merged.State, merged.MergedState, merged.MergedInto, merged.Answer, merged.AnsweredOn));
        Assert.Equal(["xinxiang", "xinxiang-kegong", "xinxiang-weijian"], Assert.Single(await planning.Host.SentAsync<TopicCampaignOpened>()).Recipients);
        Assert.Equal(
            [(other.Name, "Merged"), (first.Name, "Accepted"), (other.Name, "Accepted"), (byLeader.Name, "Declined")],
            (await planning.Host.SentAsync<TopicProposalAnswered>()).Select(e => (e.Proposal, e.Outcome)));
        Assert.Empty((await decide.ListTopicProposalsAsync(new() { Parent = "units/-", Campaign = Name, OnlyUnanswered = true })).TopicProposals);
    }

    [Fact]
    public async Task CreateTopicProposal_ClosedOrOutOfScope_IsRefused()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new TopicCampaignServiceClient(planning.AsPublicity());
        var request = New();
        request.TopicCampaign.Units.Add("xinxiang-weijian");
        await office.CreateTopicCampaignAsync(request);

        var foreign = await Refused.ByAsync(Propose(planning.AsSecretary(), PlanningFixture.Unit, "aa"));
        planning.MoveTo(new DateOnly(2024, 1, 19));
        var late = await Refused.ByAsync(Propose(planning.AsSecretary("xinxiang-weijian"), "units/xinxiang-weijian", "bb"));
        await office.ExtendTopicCampaignAsync(new() { Name = Name, ClosesOn = "2024-02-01" });
        await ProposeAsync(planning.AsSecretary("xinxiang-weijian"), "units/xinxiang-weijian", "bb");
        var closed = await office.CloseTopicCampaignAsync(new() { Name = Name });
        var twice = await Refused.ByAsync(office.CloseTopicCampaignAsync(new() { Name = Name }));

        Assert.Equal((StatusCode.NotFound, "CAMPAIGN_NOT_FOUND"), (foreign.Status, foreign.Reason));
        Assert.Equal(("CAMPAIGN_CLOSED", "CAMPAIGN_CLOSED"), (late.Reason, twice.Reason));
        Assert.Equal(TopicCampaignState.Closed, closed.State);
    }

    [Fact]
    public async Task MergeTopicProposal_IntoItself_IsRefused()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        await new TopicCampaignServiceClient(planning.AsPublicity()).CreateTopicCampaignAsync(New());
        var proposal = await ProposeAsync(planning.AsSecretary(), PlanningFixture.Unit, "first");

        var refused = await Refused.ByAsync(new TopicProposalServiceClient(planning.AsPublicity()).MergeTopicProposalAsync(
            new() { Name = proposal.Name, Into = proposal.Name, Answer = "自身" }));

        Assert.Equal("PROPOSAL_MERGE_WRONG", refused.Reason);
    }

    private static CreateTopicCampaignRequest New() => new()
    {
        Parent = "units/xinxiang",
        TopicCampaignId = "y2024",
        TopicCampaign = new TopicCampaign { Year = 2024, Title = "2024年议题征集", ClosesOn = "2023-12-31" },
    };

    private static async Task<TopicProposal> ProposeAsync(ChannelBase channel, string unit, string id) => await Propose(channel, unit, id);

    private static AsyncUnaryCall<TopicProposal> Propose(ChannelBase channel, string unit, string id) =>
        new TopicProposalServiceClient(channel).CreateTopicProposalAsync(new()
        {
            Parent = unit, TopicProposalId = id, TopicProposal = new() { Title = $"议题{id}", Campaign = Name },
        });
}
