using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Plans;

internal enum PlanState
{
    Draft = 1,
    Submitted,
    Approved,
    Filed,
    Accepted,
    Returned,
}

/// <summary>The year's study plan of a unit; one per unit and year.</summary>
internal sealed class AnnualPlan : Aggregate, IOwnedByUnit
{
    public AnnualPlan(string unit, int year) => (Unit, Year) = (unit, year);

    public override string ResourceName => PlanName.Of(Unit, Year);

    public string Unit { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string GuidingIdeas { get; private set; } = "";

    public List<PlanItem> Items { get; private set; } = [];

    public PlanState State { get; private set; } = PlanState.Draft;

    public string ApprovedByMeeting { get; private set; } = "";

    public DateOnly? ApprovedOn { get; private set; }

    public string ApprovedBy { get; private set; } = "";

    public DateOnly? FiledOn { get; private set; }

    public string ReceiptNumber { get; private set; } = "";

    public string ReturnReason { get; private set; } = "";

    private bool IsEditable => State is PlanState.Draft or PlanState.Returned;

    public void Write(string? title, string? guidingIdeas, List<PlanItem>? items)
    {
        Require(IsEditable, PlanErrors.NotEditable);
        Title = title ?? Title;
        GuidingIdeas = guidingIdeas ?? GuidingIdeas;
        Items = items ?? Items;
    }

    public void Submit()
    {
        Require(IsEditable, PlanErrors.NotEditable);
        State = PlanState.Submitted;
    }

    public void Approve(string person, string meeting, DateOnly on)
    {
        Require(State == PlanState.Submitted, PlanErrors.NotSubmitted);
        (ApprovedBy, ApprovedByMeeting, ApprovedOn, State) = (person, meeting, on, PlanState.Approved);
    }

    public void File(DateOnly on)
    {
        Require(State == PlanState.Approved, PlanErrors.NotApproved);
        (FiledOn, State) = (on, PlanState.Filed);
    }

    public void Accept(string receiptNumber)
    {
        Require(State == PlanState.Filed, PlanErrors.NotFiled);
        (ReceiptNumber, State) = (receiptNumber, PlanState.Accepted);
    }

    /// <summary>The leader sends back what was submitted, the publicity department what was filed; each only that.</summary>
    public void Return(string reason, bool byLeader, bool byPublicity)
    {
        Require(
            (State == PlanState.Submitted && byLeader) || (State == PlanState.Filed && byPublicity),
            PlanErrors.NotReturnable);
        (ReturnReason, State) = (reason, PlanState.Returned);
    }

    private void Require(bool holds, Func<AnnualPlan, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}
