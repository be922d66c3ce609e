using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Planning.Campaigns;

/// <summary>What can go wrong with a call for topics.</summary>
internal static class CampaignErrors
{
    /// <summary>Also for a unit that is not in its scope.</summary>
    public static DomainError NotFound(string name) => DomainError.NotFound("CAMPAIGN_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("CAMPAIGN_EXISTS", name);

    public static DomainError Closed(TopicCampaign campaign) => DomainError.Precondition(
        "CAMPAIGN_CLOSED", ("resource", campaign.ResourceName), ("day", (campaign.ClosedOn ?? campaign.ClosesOn).ToText()));
}
