using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Campaigns;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Topics;

internal sealed partial class TopicProposalService
{
    public override async Task<V1.TopicProposal> CreateTopicProposal(
        CreateTopicProposalRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.TopicProposal ?? new V1.TopicProposal();
        var campaign = await FindCampaignAsync(asked.Campaign, context);
        var year = campaign?.Year ?? asked.Year;
        new Violations()
            .OptionalId("topic_proposal_id", request.TopicProposalId)
            .Range("topic_proposal.year", year, 2000, 2100)
            .Text("topic_proposal.title", asked.Title)
            .OptionalText("topic_proposal.rationale", asked.Rationale, 2000)
            .Range("topic_proposal.suggested_quarter", asked.SuggestedQuarter, 0, 4)
            .ThrowIfAny();
        campaign?.RequireOpen(clock.Today());

        var (caller, path) = (context.Caller(), context.Call().UnitPath!);
        var proposal = new TopicProposal(
            unit, ResourceName.NewId(request.TopicProposalId), year, asked.Title, asked.Rationale, asked.SuggestedQuarter)
        {
            Campaign = asked.Campaign,
            ProposedBy = $"people/{caller.Person}",
            IsByLeader = caller.Has(Role.GroupLeader, path) && !caller.Has(Role.StudySecretary, path),
        };
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

    /// <summary>A campaign that does not ask this unit is not there for it.</summary>
    private async Task<Campaigns.TopicCampaign?> FindCampaignAsync(string name, ServerCallContext context)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var parts = ResourceName.Parse("units/{unit}/topicCampaigns/{campaign}", name, "topic_proposal.campaign");
        var (issuer, id, own) = (parts[0], parts[1], context.Call().Unit!);
        var found = await db.Campaigns.SingleOrDefaultAsync(c => c.Unit == issuer && c.Id == id, context.CancellationToken);
        var views = await db.UnitViews.AsNoTracking().Where(unit => unit.Code == issuer || unit.Code == own)
            .ToDictionaryAsync(unit => unit.Code, context.CancellationToken);
        return found is not null && found.Scope.Includes(views[own], views[issuer].Path, clock.Today())
            ? found
            : throw CampaignErrors.NotFound(name);
    }
}
