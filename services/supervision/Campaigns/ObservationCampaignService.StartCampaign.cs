using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.Templates;
using StudySuite.Supervision.V1;
using Observation = StudySuite.Supervision.Observations.Observation;
using ObservationState = StudySuite.Supervision.Observations.ObservationState;

namespace StudySuite.Supervision.Campaigns;

internal sealed partial class ObservationCampaignService
{
    public override async Task<V1.ObservationCampaign> StartObservationCampaign(
        StartObservationCampaignRequest request, ServerCallContext context)
    {
        var campaign = await FindAsync(request.Name, context);
        campaign.Start();
        var wrong = new Violations();
        await db.CheckConflictsAsync(campaign.Content.Teams, clock.Today(), wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var rules = await Rules.LoadAsync(db, campaign.Content.From, context.CancellationToken);
        var taken = await db.Observations.Where(o => o.Id == campaign.Id).Select(o => o.Unit)
            .ToListAsync(context.CancellationToken);
        var template = await db.FormTemplates.InForceAsync(campaign.Unit, campaign.Content.From, context.CancellationToken);
        foreach (var team in campaign.Content.Teams)
        {
            foreach (var unit in team.Units)
            {
                var observation = new Observation(unit, taken.Contains(unit) ? ResourceName.NewId() : campaign.Id, campaign.Unit)
                {
                    Observers = team.Observers,
                    Points = campaign.Content.Points,
                    Campaign = campaign.ResourceName,
                    FormTemplate = template.Id,
                };
                observation.JudgeBy(rules);
                observation.Warn(await db.WarningsAsync(observation, campaign.Content.From, rules, context.CancellationToken));
                db.Add(observation);
            }
        }

        await db.SaveChangesAsync(context.CancellationToken);
        return ToProto(campaign);
    }

    public override async Task<V1.ObservationCampaign> CloseObservationCampaign(
        CloseObservationCampaignRequest request, ServerCallContext context)
    {
        var campaign = await FindAsync(request.Name, context);
        var open = await db.Observations.CountAsync(
            o => o.Campaign == campaign.ResourceName && o.State != ObservationState.Closed, context.CancellationToken);

        campaign.Close(open);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(campaign);
    }
}
