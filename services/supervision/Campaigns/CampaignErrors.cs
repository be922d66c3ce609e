using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Campaigns;

/// <summary>What can go wrong with a campaign.</summary>
internal static class CampaignErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("CAMPAIGN_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("CAMPAIGN_EXISTS", name);

    public static DomainError NotDraft(ObservationCampaign campaign) => Wrong("CAMPAIGN_NOT_DRAFT", campaign);

    public static DomainError NotRunning(ObservationCampaign campaign) => Wrong("CAMPAIGN_NOT_RUNNING", campaign);

    public static DomainError TrainingMissing(ObservationCampaign campaign) => Wrong("TRAINING_MISSING", campaign);

    public static DomainError TeamsMissing(ObservationCampaign campaign) => Wrong("TEAMS_MISSING", campaign);

    public static DomainError ObservationsOpen(ObservationCampaign campaign) => Wrong("OBSERVATIONS_OPEN", campaign);

    private static DomainError Wrong(string reason, ObservationCampaign campaign) => DomainError.Precondition(
        reason, ("resource", campaign.ResourceName), ("state", campaign.State.ToString()));
}
