using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

/// <summary>A member asks to be excused from a session; one per session and person.</summary>
internal sealed class LeaveRequest : Aggregate, IOwnedByUnit
{
    public LeaveRequest(string unit, string session, string person, string name, string enteredBy)
    {
        (Unit, Session, Person, Name, EnteredBy) = (unit, session, person, name, enteredBy);
    }

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/leaveRequests/{Person}";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    public string Person { get; private set; }

    public string Name { get; private set; }

    public string EnteredBy { get; private set; }

    public LeaveReason Reason { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly? PromisedMakeUpOn { get; private set; }

    public LeaveState State { get; private set; } = LeaveState.Requested;

    public string DecidedBy { get; private set; } = "";

    /// <summary>The leader for whom a deputy decided.</summary>
    public string DecidedFor { get; private set; } = "";

    public string DecisionNote { get; private set; } = "";

    public void Explain(LeaveReason reason, string text, DateOnly? promisedMakeUpOn) =>
        (Reason, Text, PromisedMakeUpOn) = (reason, text, promisedMakeUpOn);

    public void Approve(string person, string actsFor, string note) =>
        Decide(LeaveState.Approved, person, actsFor, note);

    public void Decline(string person, string actsFor, string note) =>
        Decide(LeaveState.Declined, person, actsFor, note);

    private void Decide(LeaveState decision, string person, string actsFor, string note)
    {
        if (State != LeaveState.Requested)
        {
            throw LeaveErrors.Decided(this);
        }

        (State, DecidedBy, DecidedFor, DecisionNote) = (decision, person, actsFor, note);
    }
}
