using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Topics;

internal sealed partial class TopicProposalService
{
    public override async Task<V1.TopicProposal> AcceptTopicProposal(
        AcceptTopicProposalRequest request, ServerCallContext context)
    {
        new Violations().OptionalText("answer", request.Answer, 1000).ThrowIfAny();
        var proposal = await FindAsync(request.Name, context);

        proposal.Accept(request.Answer, clock.Today());
        await SaveAnswerAsync(proposal, context);

        return ToProto(proposal);
    }

    public override async Task<V1.TopicProposal> DeclineTopicProposal(
        DeclineTopicProposalRequest request, ServerCallContext context)
    {
        new Violations().Text("answer", request.Answer, 1000).ThrowIfAny();
        var proposal = await FindAsync(request.Name, context);

        proposal.Decline(request.Answer, clock.Today());
        await SaveAnswerAsync(proposal, context);

        return ToProto(proposal);
    }

    public override async Task<V1.TopicProposal> MergeTopicProposal(
        MergeTopicProposalRequest request, ServerCallContext context)
    {
        new Violations().Text("answer", request.Answer, 1000).ThrowIfAny();
        var target = ResourceName.Parse("units/{unit}/topicProposals/{proposal}", request.Into, "into");
        var proposal = await FindAsync(request.Name, context);
        var into = await db.TopicProposals.SingleOrDefaultAsync(
            p => p.Unit == target[0] && p.Id == target[1], context.CancellationToken);
        var path = await paths.FindAsync(target[0], context.CancellationToken);
        if (into is null || path is null || !context.Caller().Has(Role.Publicity, path))
        {
            throw ProposalErrors.NotFound(request.Into);
        }

        proposal.MergeInto(into, request.Answer, clock.Today());
        await SaveAnswerAsync(proposal, context);

        return ToProto(proposal);
    }

    /// <summary>Tells the proposer, and those whose proposals were merged into this one.</summary>
    private async Task SaveAnswerAsync(TopicProposal proposal, ServerCallContext context)
    {
        var name = proposal.ResourceName;
        var merged = await db.TopicProposals.Where(p => p.MergedInto == name).ToListAsync(context.CancellationToken);
        merged.ForEach(other => other.Share(proposal));
        foreach (var answered in merged.Prepend(proposal))
        {
            db.Enqueue(new TopicProposalAnswered(
                answered.ResourceName, answered.Unit, answered.Year, OutcomeOf(answered),
                answered.ProposedBy.Replace("people/", "", StringComparison.Ordinal), answered.NextVersion));
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }

    /// <summary>Merged while the other one waits, then what became of that.</summary>
    private static string OutcomeOf(TopicProposal answered) => answered.MergedState is { } shared and not ProposalState.Proposed
        ? shared.ToString()
        : answered.State.ToString();
}
