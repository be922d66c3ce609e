namespace StudySuite.Events;

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
