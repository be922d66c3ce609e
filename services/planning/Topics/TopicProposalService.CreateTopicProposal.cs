using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Topics;

internal sealed partial class TopicProposalService
{
    public override async Task<V1.TopicProposal> CreateTopicProposal(
        CreateTopicProposalRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.TopicProposal ?? new V1.TopicProposal();
        new Violations()
            .OptionalId("topic_proposal_id", request.TopicProposalId)
            .Range("topic_proposal.year", asked.Year, 2000, 2100)
            .Text("topic_proposal.title", asked.Title)
            .OptionalText("topic_proposal.rationale", asked.Rationale, 2000)
            .Range("topic_proposal.suggested_quarter", asked.SuggestedQuarter, 0, 4)
            .ThrowIfAny();

        var proposal = new TopicProposal(
            unit, ResourceName.NewId(request.TopicProposalId), asked.Year, asked.Title, asked.Rationale, asked.SuggestedQuarter);
        db.Add(proposal);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("topic_proposal"))
        {
            throw ProposalErrors.Exists(proposal.ResourceName);
        }

        return ToProto(proposal);
    }
}
