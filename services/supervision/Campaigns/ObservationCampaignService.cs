using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Campaigns;

internal sealed partial class ObservationCampaignService(SupervisionDbContext db, TimeProvider clock)
    : V1.ObservationCampaignService.ObservationCampaignServiceBase
{
    public override async Task<V1.ObservationCampaign> GetObservationCampaign(
        GetObservationCampaignRequest request, ServerCallContext context) => ToProto(await FindAsync(request.Name, context));

    public override async Task<ListObservationCampaignsResponse> ListObservationCampaigns(
        ListObservationCampaignsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var campaigns = db.Campaigns.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            campaigns = campaigns.Where(c => c.Unit.CompareTo(after.Unit) > 0
                || (c.Unit == after.Unit && c.Id.CompareTo(after.Id) > 0));
        }

        var read = await campaigns.OrderBy(c => c.Unit).ThenBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, c => new PageKey(c.Unit, c.Id));

        return new ListObservationCampaignsResponse { ObservationCampaigns = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<ObservationCampaign> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/observationCampaigns/{campaign}", name)[1];
        return await db.Campaigns.VisibleTo(context.Call(), db).SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken)
            ?? throw CampaignErrors.NotFound(name);
    }

    private static V1.ObservationCampaign ToProto(ObservationCampaign campaign) => new()
    {
        Name = campaign.ResourceName,
        Title = campaign.Content.Title,
        From = campaign.Content.From.ToText(),
        To = campaign.Content.To.ToText(),
        Points = campaign.Content.Points,
        InterviewOutline = campaign.Content.InterviewOutline,
        Teams = { campaign.Content.Teams.Select(ToProto) },
        Training = campaign.Training is not { } training ? null : new CampaignTraining
        {
            HeldOn = training.HeldOn.ToText(), Note = training.Note, Attendees = { training.Attendees.Select(p => $"people/{p}") },
        },
        State = (V1.CampaignState)campaign.State,
        Etag = campaign.Etag,
        CreateTime = campaign.CreatedAt.ToTimestamp(),
        UpdateTime = campaign.UpdatedAt.ToTimestamp(),
    };

    private static V1.ObserverTeam ToProto(ObserverTeam team) => new()
    {
        Number = team.Number,
        Title = team.Title,
        Observers = { team.Observers.Select(person => $"people/{person}") },
        Units = { team.Units.Select(unit => $"units/{unit}") },
        IsLarge = team.IsLarge,
    };

    private sealed record PageKey(string Unit, string Id);
}
