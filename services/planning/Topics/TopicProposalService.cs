using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Topics;

internal sealed partial class TopicProposalService(PlanningDbContext db, UnitPaths<PlanningDbContext> paths, TimeProvider clock)
    : V1.TopicProposalService.TopicProposalServiceBase
{
    public override async Task<V1.TopicProposal> GetTopicProposal(GetTopicProposalRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListTopicProposalsResponse> ListTopicProposals(
        ListTopicProposalsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var proposals = db.TopicProposals.AsNoTracking().VisibleTo(context.Call(), db);
        proposals = proposals.Where(p => (request.Year == 0 || p.Year == request.Year)
            && (request.Campaign == "" || p.Campaign == request.Campaign)
            && (!request.OnlyUnanswered || p.State == ProposalState.Proposed));
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            proposals = proposals.Where(p => p.Unit.CompareTo(after.Unit) > 0
                || (p.Unit == after.Unit && p.Id.CompareTo(after.Id) > 0));
        }

        var read = await proposals.OrderBy(p => p.Unit).ThenBy(p => p.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, p => new PageKey(p.Unit, p.Id));

        return new ListTopicProposalsResponse { TopicProposals = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<TopicProposal> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/topicProposals/{proposal}", name)[1];
        return await db.TopicProposals.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(proposal => proposal.Id == id, context.CancellationToken)
            ?? throw ProposalErrors.NotFound(name);
    }

    private static V1.TopicProposal ToProto(TopicProposal proposal) => new()
    {
        Name = proposal.ResourceName,
        Year = proposal.Year,
        Title = proposal.Title,
        Rationale = proposal.Rationale,
        SuggestedQuarter = proposal.SuggestedQuarter,
        State = (V1.ProposalState)proposal.State,
        Answer = proposal.Answer,
        Campaign = proposal.Campaign,
        ProposedBy = proposal.ProposedBy,
        ByLeader = proposal.IsByLeader,
        MergedInto = proposal.MergedInto,
        MergedState = (V1.ProposalState)(proposal.MergedState ?? 0),
        AnsweredOn = proposal.AnsweredOn.ToText(),
        Etag = proposal.Etag,
        CreateTime = proposal.CreatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, string Id);
}
