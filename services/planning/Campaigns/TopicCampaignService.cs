using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Topics;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Campaigns;

internal sealed partial class TopicCampaignService(PlanningDbContext db, TimeProvider clock)
    : V1.TopicCampaignService.TopicCampaignServiceBase
{
    public override async Task<V1.TopicCampaign> GetTopicCampaign(GetTopicCampaignRequest request, ServerCallContext context) =>
        await ReadAsync(await FindAsync(request.Name, context), context);

    public override async Task<ListTopicCampaignsResponse> ListTopicCampaigns(
        ListTopicCampaignsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var campaigns = db.Campaigns.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            campaigns = campaigns.Where(c => c.ClosesOn < after.ClosesOn
                || (c.ClosesOn == after.ClosesOn && (c.Id.CompareTo(after.Id) > 0
                    || (c.Id == after.Id && c.Unit.CompareTo(after.Unit) > 0))));
        }

        var read = await campaigns.OrderByDescending(c => c.ClosesOn).ThenBy(c => c.Id).ThenBy(c => c.Unit).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, c => new PageKey(c.ClosesOn, c.Id, c.Unit));
        var names = rows.Select(row => row.ResourceName).ToList();
        var counts = await db.TopicProposals.Where(p => names.Contains(p.Campaign)).GroupBy(p => p.Campaign)
            .Select(g => new { g.Key, All = g.Count(), Open = g.Count(p => p.State == Topics.ProposalState.Proposed) })
            .ToDictionaryAsync(g => g.Key, context.CancellationToken);

        return new ListTopicCampaignsResponse
        {
            TopicCampaigns =
            {
                rows.Select(row => counts.TryGetValue(row.ResourceName, out var count)
                    ? ToProto(row, count.All, count.Open)
                    : ToProto(row)),
            },
            NextPageToken = next,
        };
    }

    public override async Task<ListCampaignsForUnitResponse> ListCampaignsForUnit(
        ListCampaignsForUnitRequest request, ServerCallContext context)
    {
        var today = clock.Today();
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(
            view => view.Code == context.Call().Unit, context.CancellationToken);
        var open = await db.Campaigns.AsNoTracking().Where(c => c.ClosedOn == null && c.ClosesOn >= today)
            .Join(db.UnitViews, c => c.Unit, issuer => issuer.Code, (c, issuer) => new { Campaign = c, issuer.Path })
            .OrderBy(row => row.Campaign.ClosesOn).ThenBy(row => row.Campaign.Id)
            .ToListAsync(context.CancellationToken);

        return new ListCampaignsForUnitResponse
        {
            TopicCampaigns =
            {
                open.Where(row => row.Campaign.Scope.Includes(unit, row.Path, today)).Take(50).Select(row => ToProto(row.Campaign)),
            },
        };
    }

    private async Task<TopicCampaign> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/topicCampaigns/{campaign}", name)[1];
        return await db.Campaigns.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(campaign => campaign.Id == id, context.CancellationToken)
            ?? throw CampaignErrors.NotFound(name);
    }

    private async Task<V1.TopicCampaign> ReadAsync(TopicCampaign campaign, ServerCallContext context)
    {
        var name = campaign.ResourceName;
        var states = await db.TopicProposals.Where(p => p.Campaign == name).Select(p => p.State)
            .ToListAsync(context.CancellationToken);
        return ToProto(campaign, states.Count, states.Count(state => state == Topics.ProposalState.Proposed));
    }

    private V1.TopicCampaign ToProto(TopicCampaign campaign, int proposals = 0, int unanswered = 0) => new()
    {
        Name = campaign.ResourceName,
        Year = campaign.Year,
        Title = campaign.Title,
        Requirement = campaign.Requirement,
        ClosesOn = campaign.ClosesOn.ToText(),
        Kinds = { campaign.Scope.Kinds },
        Units = { campaign.Scope.Units },
        State = campaign.IsOpen(clock.Today()) ? TopicCampaignState.Open : TopicCampaignState.Closed,
        Proposals = proposals,
        Unanswered = unanswered,
        Etag = campaign.Etag,
        CreateTime = campaign.CreatedAt.ToTimestamp(),
    };

    private sealed record PageKey(DateOnly ClosesOn, string Id, string Unit);
}
