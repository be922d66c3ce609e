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

    public string RegisteredBy { get; private set; } = "";

    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>The one whose leave.approver was followed.</summary>
    public string Rulebook { get; private set; } = "";

    /// <summary>The county office has to do with it.</summary>
    public bool IsOfTheOffice => State == LeaveState.ToRegister || RegisteredOn is not null;

    public void Explain(LeaveReason reason, string text, DateOnly? promisedMakeUpOn) =>
        (Reason, Text, PromisedMakeUpOn) = (reason, text, promisedMakeUpOn);

    /// <param name="needsOffice">In force only when the office has registered it.</param>
    public void Approve(string person, string actsFor, string note, bool needsOffice, string rulebook) =>
        Decide(needsOffice ? LeaveState.ToRegister : LeaveState.Approved, person, actsFor, note, rulebook);

    public void Decline(string person, string actsFor, string note, string rulebook) =>
        Decide(LeaveState.Declined, person, actsFor, note, rulebook);

    public void Register(string person, DateOnly on) =>
        (RegisteredBy, RegisteredOn, State) = (person, on, LeaveState.Approved);

    private void Decide(LeaveState decision, string person, string actsFor, string note, string rulebook)
    {
        if (State != LeaveState.Requested)
        {
            throw LeaveErrors.Decided(this);
        }

        (State, DecidedBy, DecidedFor, DecisionNote, Rulebook) = (decision, person, actsFor, note, rulebook);
    }
}
