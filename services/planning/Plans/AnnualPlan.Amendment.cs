using StudySuite.Planning.Amendments;

namespace StudySuite.Planning.Plans;

internal sealed partial class AnnualPlan
{
    /// <summary>Waits for the leader; the plan stays as it is until then.</summary>
    public PlanAmendment? Amendment { get; private set; }

    /// <summary>Why the leader declined one the last time.</summary>
    public string AmendmentAnswer { get; private set; } = "";

    /// <summary>Passed, filed or not: what sessions are held by.</summary>
    public bool IsInForce => State is PlanState.Approved or PlanState.Filed or PlanState.Accepted or PlanState.Amended;

    /// <summary>A plan that was filed and waits for its receipt is answered first.</summary>
    public void Amend(PlanText text, string reason, string person)
    {
        Require(State is PlanState.Accepted or PlanState.Amended, PlanErrors.NotInForce);
        (Amendment, AmendmentAnswer) = (new PlanAmendment(text, reason, person), "");
    }

    /// <returns>The versions to be kept: the amended one and, for a plan from before there were any, the original.</returns>
    public IEnumerable<PlanVersion> ApproveAmendment(string person, string meeting, DateOnly on)
    {
        Require(Amendment is not null, PlanErrors.AmendmentNotFound);
        var (text, reason, _) = Amendment!;
        List<PlanVersion> passed = VersionNumber == 0 ? [NextPassed("")] : [];

        (Title, GuidingIdeas, Requirements, Items) = (text.Title, text.GuidingIdeas, text.Requirements, text.Items);
        (ApprovedBy, ApprovedByMeeting, ApprovedOn) = (person, meeting, on);
        (Amendment, State) = (null, PlanState.Amended);
        return [.. passed, NextPassed(reason)];
    }

    public void DeclineAmendment(string reason)
    {
        Require(Amendment is not null, PlanErrors.AmendmentNotFound);
        (Amendment, AmendmentAnswer) = (null, reason);
    }
}
