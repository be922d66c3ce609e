using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Campaigns;

internal sealed partial class TopicCampaignService
{
    public override async Task<V1.TopicCampaign> CreateTopicCampaign(
        CreateTopicCampaignRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.TopicCampaign ?? new V1.TopicCampaign();
        var wrong = new Violations()
            .OptionalId("topic_campaign_id", request.TopicCampaignId)
            .Range("topic_campaign.year", asked.Year, 2000, 2100)
            .Text("topic_campaign.title", asked.Title)
            .OptionalText("topic_campaign.requirement", asked.Requirement, 2000);
        var closesOn = wrong.Date("topic_campaign.closes_on", asked.ClosesOn);
        Scope.Check("topic_campaign", asked.Kinds, asked.Units, wrong);
        wrong.ThrowIfAny();

        var campaign = new TopicCampaign(
            unit, ResourceName.NewId(request.TopicCampaignId), asked.Year, asked.Title, asked.Requirement, closesOn,
            Scope.Of(asked.Kinds, asked.Units));
        db.Add(campaign);
        await AnnounceAsync(campaign, context);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("topic_campaign"))
        {
            throw CampaignErrors.Exists(campaign.ResourceName);
        }

        return ToProto(campaign);
    }

    public override async Task<V1.TopicCampaign> ExtendTopicCampaign(
        ExtendTopicCampaignRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var closesOn = wrong.Date("closes_on", request.ClosesOn);
        wrong.AddIf(closesOn < clock.Today(), "closes_on", "DATE_IN_PAST").ThrowIfAny();
        var campaign = await FindAsync(request.Name, context);
        campaign.RequireEtag(request.Etag);

        campaign.Extend(closesOn);
        await AnnounceAsync(campaign, context);
        await db.SaveChangesAsync(context.CancellationToken);

        return await ReadAsync(campaign, context);
    }

    public override async Task<V1.TopicCampaign> CloseTopicCampaign(
        CloseTopicCampaignRequest request, ServerCallContext context)
    {
        var campaign = await FindAsync(request.Name, context);
        campaign.RequireEtag(request.Etag);

        campaign.Close(clock.Today());
        await db.SaveChangesAsync(context.CancellationToken);

        return await ReadAsync(campaign, context);
    }

    /// <summary>What is entered after its closing date, as from paper, asks nobody any more.</summary>
    private async Task AnnounceAsync(TopicCampaign campaign, ServerCallContext context)
    {
        var today = clock.Today();
        if (campaign.IsOpen(today))
        {
            var units = await campaign.Scope.UnitsAsync(db, context.Call().UnitPath!, today, context.CancellationToken);
            db.Enqueue(new TopicCampaignOpened(
                campaign.ResourceName, campaign.Unit, campaign.Year, campaign.ClosesOn, units, campaign.NextVersion));
        }
    }
}
