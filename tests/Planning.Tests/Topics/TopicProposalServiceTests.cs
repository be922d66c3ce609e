using Grpc.Core;
using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Planning.Tests.Topics;

public sealed class TopicProposalServiceTests
{
    [Fact]
    public async Task TopicProposal_Accepted_CannotBeDeclined()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var proposal = await planning.Proposer().CreateTopicProposalAsync(New());

        var accepted = await planning.Decider().AcceptTopicProposalAsync(new AcceptTopicProposalRequest { Name = proposal.Name, Answer = "已列入" });
        var refused = await Refused.ByAsync(planning.Decider().DeclineTopicProposalAsync(
            new DeclineTopicProposalRequest { Name = proposal.Name, Answer = "不列入" }));
        var read = await planning.Proposer().GetTopicProposalAsync(new GetTopicProposalRequest { Name = proposal.Name });

        Assert.Equal(ProposalState.Accepted, accepted.State);
        Assert.Equal((StatusCode.FailedPrecondition, "PROPOSAL_ANSWERED"), (refused.Status, refused.Reason));
        Assert.Equal("已列入", read.Answer);
    }

    [Fact]
    public async Task AcceptTopicProposal_ByProposer_IsDenied()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var proposal = await planning.Proposer().CreateTopicProposalAsync(New());

        var refused = await Refused.ByAsync(planning.Proposer().AcceptTopicProposalAsync(new AcceptTopicProposalRequest { Name = proposal.Name }));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (refused.Status, refused.Reason));
    }

    private static CreateTopicProposalRequest New() => new()
    {
        Parent = PlanningFixture.Unit,
        TopicProposalId = "rural",
        TopicProposal = new TopicProposal { Year = 2023, Title = "乡村建设", SuggestedQuarter = 2 },
    };
}
