using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Planning.Amendments;

namespace StudySuite.Planning.Plans;

internal enum PlanState
{
    Draft = 1,
    Submitted,
    Approved,
    Filed,
    Accepted,
    Returned,
    Amended,
}

/// <summary>The year's study plan of a unit; one per unit and year.</summary>
internal sealed partial class AnnualPlan : Aggregate, IOwnedByUnit
{
    public AnnualPlan(string unit, int year) => (Unit, Year) = (unit, year);

    public override string ResourceName => PlanName.Of(Unit, Year);

    public string Unit { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string GuidingIdeas { get; private set; } = "";

    public string Requirements { get; private set; } = "";

    public List<PlanItem> Items { get; private set; } = [];

    public PlanState State { get; private set; } = PlanState.Draft;

    public string ApprovedByMeeting { get; private set; } = "";

    public DateOnly? ApprovedOn { get; private set; }

    public string ApprovedBy { get; private set; } = "";

    public DateOnly? FiledOn { get; private set; }

    public string FiledTo { get; private set; } = "";

    public string ReceiptNumber { get; private set; } = "";

    public string ReturnReason { get; private set; } = "";

    /// <summary>Number of the newest version; 0 before the first approval.</summary>
    public int VersionNumber { get; private set; }

    public PlanText Text => new(Title, GuidingIdeas, Requirements, Items);

    private bool IsEditable => State is PlanState.Draft or PlanState.Returned;

    public void Write(string? title, string? guidingIdeas, string? requirements, List<PlanItem>? items)
    {
        RequireEditable();
        (Title, GuidingIdeas) = (title ?? Title, guidingIdeas ?? GuidingIdeas);
        (Requirements, Items) = (requirements ?? Requirements, items ?? Items);
    }

    public void RequireEditable() => Require(IsEditable, PlanErrors.NotEditable);

    public void Submit()
    {
        RequireEditable();
        State = PlanState.Submitted;
    }

    /// <returns>The version that was passed, to be kept.</returns>
    public PlanVersion Approve(string person, string meeting, DateOnly on)
    {
        Require(State == PlanState.Submitted, PlanErrors.NotSubmitted);
        (ApprovedBy, ApprovedByMeeting, ApprovedOn, State) = (person, meeting, on, PlanState.Approved);
        return NextPassed(VersionNumber == 0 ? "" : ReturnReason);
    }

    public void File(DateOnly on, string to)
    {
        Require(State == PlanState.Approved, PlanErrors.NotApproved);
        (FiledOn, FiledTo, State) = (on, to, PlanState.Filed);
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

    private PlanVersion NextPassed(string reason) =>
        new(Unit, Year, ++VersionNumber, Text, reason, ApprovedByMeeting, ApprovedOn!.Value, ApprovedBy);

    private void Require(bool holds, Func<AnnualPlan, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}
