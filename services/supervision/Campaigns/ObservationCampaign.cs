using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Campaigns;

internal enum CampaignState
{
    Draft = 1,
    Running,
    Closed,
}

/// <summary>A year's round of sit-ins; the unit organises it.</summary>
internal sealed class ObservationCampaign(string unit, string id) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/observationCampaigns/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    public CampaignContent Content { get; private set; } = CampaignContent.Empty;

    public TrainingNote? Training { get; private set; }

    public CampaignState State { get; private set; } = CampaignState.Draft;

    public void Write(CampaignContent content)
    {
        RequireDraft();
        Content = content;
    }

    public void Train(TrainingNote training)
    {
        RequireDraft();
        Training = training;
    }

    /// <summary>Observers are trained before they sit in (DOMAIN §6).</summary>
    public void Start()
    {
        RequireDraft();
        Require(Training is not null, CampaignErrors.TrainingMissing);
        Require(Content.Teams.Exists(team => team.Units.Count > 0), CampaignErrors.TeamsMissing);
        State = CampaignState.Running;
    }

    public void Close(int openObservations)
    {
        Require(State == CampaignState.Running, CampaignErrors.NotRunning);
        Require(openObservations == 0, CampaignErrors.ObservationsOpen);
        State = CampaignState.Closed;
    }

    public void RequireDraft() => Require(State == CampaignState.Draft, CampaignErrors.NotDraft);

    private void Require(bool holds, Func<ObservationCampaign, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}

internal sealed record CampaignContent(
    string Title, DateOnly From, DateOnly To, string Points, string InterviewOutline, List<ObserverTeam> Teams)
{
    public static readonly CampaignContent Empty = new("", default, default, "", "", []);
}

/// <param name="Observers">Ids of people.</param>
/// <param name="Units">Codes of units.</param>
internal sealed record ObserverTeam(int Number, string Title, List<string> Observers, List<string> Units, bool IsLarge);

internal sealed record TrainingNote(DateOnly HeldOn, string Note, List<string> Attendees);
