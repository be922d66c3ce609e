namespace StudySuite.Events;

/// <param name="Campaign">Resource name, <c>topicCampaigns/{campaign}</c>.</param>
[Event("planning.topic-campaign-opened.v1")]
public sealed record TopicCampaignOpened(
    string Campaign, string Unit, string Title, DateOnly ClosesOn, long Version) : IEvent
{
    public string Subject => Campaign;
}

/// <param name="Arrangement">Resource name, <c>units/{unit}/arrangements/{arrangement}</c>.</param>
/// <param name="Unit">Unit that issued it; it holds for the units below.</param>
[Event("planning.arrangement-issued.v1")]
public sealed record ArrangementIssued(
    string Arrangement, string Unit, string Title, int Year, DateOnly IssuedOn, long Version) : IEvent
{
    public string Subject => Arrangement;
}

/// <param name="Plan">Resource name, <c>units/{unit}/plans/{year}</c>.</param>
[Event("planning.plan-approved.v1")]
public sealed record PlanApproved(string Plan, string Unit, int Year, DateOnly ApprovedOn, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-filed.v1")]
public sealed record PlanFiled(string Plan, string Unit, int Year, DateOnly FiledOn, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-returned.v1")]
public sealed record PlanReturned(string Plan, string Unit, int Year, string Reason, long Version) : IEvent
{
    public string Subject => Plan;
}
