using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Topics;

internal sealed partial class TopicProposalService
{
    public override async Task<V1.TopicProposal> AcceptTopicProposal(
        AcceptTopicProposalRequest request, ServerCallContext context)
    {
        new Violations().OptionalText("answer", request.Answer, 1000).ThrowIfAny();
        var proposal = await FindAsync(request.Name, context);

        proposal.Accept(request.Answer);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(proposal);
    }

    public override async Task<V1.TopicProposal> DeclineTopicProposal(
        DeclineTopicProposalRequest request, ServerCallContext context)
    {
        new Violations().Text("answer", request.Answer, 1000).ThrowIfAny();
        var proposal = await FindAsync(request.Name, context);

        proposal.Decline(request.Answer);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(proposal);
    }
}
