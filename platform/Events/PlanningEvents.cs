namespace StudySuite.Events;

/// <summary>Units are asked for topics, or the closing date was moved.</summary>
/// <param name="Campaign">Resource name, <c>units/{unit}/topicCampaigns/{campaign}</c>; the unit is the one that asks.</param>
/// <param name="Recipients">Codes of the units in scope.</param>
[Event("planning.topic-campaign-opened.v1")]
public sealed record TopicCampaignOpened(
    string Campaign, string Unit, int Year, DateOnly ClosesOn, IReadOnlyList<string> Recipients, long Version) : IEvent
{
    public string Subject => Campaign;
}

/// <param name="Proposal">Resource name, <c>units/{unit}/topicProposals/{proposal}</c>.</param>
/// <param name="Outcome">Accepted, Declined or Merged.</param>
/// <param name="ProposedBy">Id of the person; empty when not known.</param>
[Event("planning.topic-proposal-answered.v1")]
public sealed record TopicProposalAnswered(
    string Proposal, string Unit, int Year, string Outcome, string ProposedBy, long Version) : IEvent
{
    public string Subject => Proposal;
}

/// <param name="Arrangement">Resource name, <c>units/{unit}/thematicArrangements/{arrangement}</c>; the unit is the issuer.</param>
/// <param name="Recipients">Codes of the units in scope.</param>
[Event("planning.arrangement-issued.v1")]
public sealed record ArrangementIssued(
    string Arrangement, string Unit, int Year, string Number, DateOnly IssuedOn, IReadOnlyList<string> Recipients,
    long Version) : IEvent
{
    public string Subject => Arrangement;
}

[Event("planning.arrangement-amended.v1")]
public sealed record ArrangementAmended(
    string Arrangement, string Unit, int Year, string Number, DateOnly AmendedOn, IReadOnlyList<string> Recipients,
    long Version) : IEvent
{
    public string Subject => Arrangement;
}

[Event("planning.arrangement-withdrawn.v1")]
public sealed record ArrangementWithdrawn(
    string Arrangement, string Unit, int Year, string Number, DateOnly WithdrawnOn, IReadOnlyList<string> Recipients,
    long Version) : IEvent
{
    public string Subject => Arrangement;
}

/// <summary>What a passed plan says of one study, so that nobody enters it again.</summary>
/// <param name="Item">Id in the plan.</param>
/// <param name="Forms">In upper snake case, such as <c>DISCUSSION</c>.</param>
/// <param name="Materials">What is read.</param>
public sealed record PlannedItem(
    string Item, int Month, string Topic, IReadOnlyList<string> Forms, IReadOnlyList<string> Materials,
    IReadOnlyList<string> KeynoteSpeakers, string Lecturer);

/// <param name="Plan">Resource name, <c>units/{unit}/plans/{year}</c>.</param>
/// <param name="Items">Absent in events from before it was sent.</param>
[Event("planning.plan-approved.v1")]
public sealed record PlanApproved(
    string Plan, string Unit, int Year, DateOnly ApprovedOn, long Version,
    IReadOnlyList<PlannedItem>? Items = null) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-filed.v1")]
public sealed record PlanFiled(string Plan, string Unit, int Year, DateOnly FiledOn, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-accepted.v1")]
public sealed record PlanAccepted(string Plan, string Unit, int Year, string ReceiptNumber, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-returned.v1")]
public sealed record PlanReturned(string Plan, string Unit, int Year, string Reason, long Version) : IEvent
{
    public string Subject => Plan;
}

/// <param name="PlanVersion">Number of the version that is in force now.</param>
/// <param name="Items">Absent in events from before it was sent.</param>
[Event("planning.plan-amended.v1")]
public sealed record PlanAmended(
    string Plan, string Unit, int Year, int PlanVersion, DateOnly ApprovedOn, string Reason, long Version,
    IReadOnlyList<PlannedItem>? Items = null) : IEvent
{
    public string Subject => Plan;
}

/// <summary>The plan is not filed and its due date is near. There may be no plan yet.</summary>
/// <param name="Version">Not the plan's, which may not be there: it grows with the due date, a later date is another round.</param>
[Event("planning.plan-filing-due-soon.v1")]
public sealed record PlanFilingDueSoon(string Plan, string Unit, int Year, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-filing-due.v1")]
public sealed record PlanFilingDue(string Plan, string Unit, int Year, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Plan;
}

[Event("planning.plan-filing-overdue.v1")]
public sealed record PlanFilingOverdue(string Plan, string Unit, int Year, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Plan;
}
