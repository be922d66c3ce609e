using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Campaigns;

internal sealed partial class ObservationCampaignService
{
    public override async Task<V1.ObservationCampaign> CreateObservationCampaign(
        CreateObservationCampaignRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations().OptionalId("observation_campaign_id", request.ObservationCampaignId);
        var content = await ContentAsync(
            unit, request.ObservationCampaign ?? new V1.ObservationCampaign(), wrong, context.CancellationToken);

        var campaign = new ObservationCampaign(unit, ResourceName.NewId(request.ObservationCampaignId));
        campaign.Write(content);
        db.Add(campaign);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("observation_campaign"))
        {
            throw CampaignErrors.Exists(campaign.ResourceName);
        }

        return ToProto(campaign);
    }

    public override async Task<V1.ObservationCampaign> UpdateObservationCampaign(
        UpdateObservationCampaignRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, "title", "from", "to", "points", "interview_outline", "teams");
        var asked = request.ObservationCampaign;
        var campaign = await FindAsync(asked.Name, context);
        campaign.RequireEtag(asked.Etag);
        campaign.RequireDraft();

        var old = ToProto(campaign);
        var merged = new V1.ObservationCampaign
        {
            Title = fields.Contains("title") ? asked.Title : old.Title,
            From = fields.Contains("from") ? asked.From : old.From,
            To = fields.Contains("to") ? asked.To : old.To,
            Points = fields.Contains("points") ? asked.Points : old.Points,
            InterviewOutline = fields.Contains("interview_outline") ? asked.InterviewOutline : old.InterviewOutline,
            Teams = { fields.Contains("teams") ? asked.Teams : old.Teams },
        };
        campaign.Write(await ContentAsync(campaign.Unit, merged, new Violations(), context.CancellationToken));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(campaign);
    }

    public override async Task<V1.ObservationCampaign> RecordTraining(RecordTrainingRequest request, ServerCallContext context)
    {
        var asked = request.Training ?? new CampaignTraining();
        var wrong = new Violations().Text("training.note", asked.Note, 2000);
        var heldOn = wrong.Date("training.held_on", asked.HeldOn);
        wrong.AddIf(heldOn > clock.Today(), "training.held_on", "DATE_IN_FUTURE");
        var campaign = await FindAsync(request.Name, context);
        var attendees = asked.Attendees.Count == 0
            ? [.. campaign.Content.Teams.SelectMany(team => team.Observers).Distinct()]
            : asked.Attendees.Select((name, i) => ResourceName.TryParse("people/{person}", name)?[0] ?? Wrong(name, i)).ToList();
        wrong.ThrowIfAny();

        campaign.Train(new TrainingNote(heldOn, asked.Note, attendees));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(campaign);

        string Wrong(string name, int i)
        {
            wrong.Add($"training.attendees[{i}]", "NAME_INVALID", ("value", name), ("pattern", "people/{person}"));
            return "";
        }
    }

    private async Task<CampaignContent> ContentAsync(
        string unit, V1.ObservationCampaign asked, Violations wrong, CancellationToken cancellationToken)
    {
        const string At = "observation_campaign";
        wrong.Text($"{At}.title", asked.Title)
            .OptionalText($"{At}.points", asked.Points, 2000)
            .OptionalText($"{At}.interview_outline", asked.InterviewOutline, 2000);
        var from = wrong.Date($"{At}.from", asked.From);
        var to = wrong.Date($"{At}.to", asked.To);
        wrong.AddIf(to < from || to.Year != from.Year, $"{At}.to", "PERIOD_INVALID");
        var rules = await Rules.LoadAsync(db, from == default ? clock.Today() : from, cancellationToken);
        var teams = await db.TeamsAsync(
            unit, asked.Teams, from, rules.Number("observe.team_size"), wrong, cancellationToken);
        wrong.ThrowIfAny();

        return new CampaignContent(asked.Title, from, to, asked.Points, asked.InterviewOutline, teams);
    }
}
