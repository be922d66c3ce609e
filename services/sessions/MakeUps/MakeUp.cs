using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

/// <summary>What a member makes up after missing a session; one per session and person.</summary>
internal sealed class MakeUp : Aggregate, IOwnedByUnit
{
    public MakeUp(string unit, string session, string person, string name)
    {
        (Unit, Session, Person, Name) = (unit, session, person, name);
        Id = Defaults.Requests.ResourceName.NewId();
    }

    public override string ResourceName => $"units/{Unit}/makeUps/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public string Session { get; private set; }

    public string Person { get; private set; }

    public string Name { get; private set; }

    public string Topic { get; private set; } = "";

    public DateOnly MissedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string Rulebook { get; private set; } = "";

    public MakeUpState State { get; private set; } = MakeUpState.Assigned;

    public MakeUpWay Way { get; private set; }

    /// <summary>What was studied.</summary>
    public string Studied { get; private set; } = "";

    public string Reflection { get; private set; } = "";

    /// <summary>Id of the session at which it was reported on, or empty.</summary>
    public string ReportedAt { get; private set; } = "";

    /// <summary>Ids of files of the missed session that prove it.</summary>
    public List<string> Evidence { get; private set; } = [];

    public DateOnly? DoneOn { get; private set; }

    public string ConfirmedBy { get; private set; } = "";

    public string ReturnReason { get; private set; } = "";

    /// <summary>Not confirmed by its day; computed, because it changes by itself.</summary>
    public bool IsOverdue(DateOnly today) => State is (MakeUpState.Assigned or MakeUpState.Submitted) && DueOn < today;

    public void Assign(string topic, DateOnly missedOn, DateOnly dueOn, string rulebook)
    {
        (Topic, MissedOn, DueOn, Rulebook) = (topic, missedOn, dueOn, rulebook);
        State = MakeUpState.Assigned;
    }

    public void Submit(
        MakeUpWay way, string studied, DateOnly doneOn, string reflection, string reportedAt,
        IEnumerable<string> evidence)
    {
        Require(MakeUpState.Assigned, MakeUpState.Submitted);
        (Reflection, ReportedAt, Evidence) = (reflection, reportedAt, [.. evidence]);
        (Way, Studied, DoneOn, State) = (way, studied, doneOn, MakeUpState.Submitted);
    }

    public void Confirm(string person)
    {
        Require(MakeUpState.Submitted);
        (ConfirmedBy, State) = (person, MakeUpState.Confirmed);
    }

    public void Return(string reason)
    {
        Require(MakeUpState.Submitted);
        (ReturnReason, State) = (reason, MakeUpState.Assigned);
    }

    /// <summary>The corrected roll says that the member came; what was confirmed stays.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool WithdrawUnlessDone()
    {
        if (State is MakeUpState.Confirmed or MakeUpState.Withdrawn)
        {
            return false;
        }

        State = MakeUpState.Withdrawn;
        return true;
    }

    /// <summary>Of the change about to be saved.</summary>
    public MakeUpWithdrawn ToWithdrawn() =>
        new(ResourceName, Unit, SessionName.Of(Unit, Session), Person, NextVersion);

    private void Require(params ReadOnlySpan<MakeUpState> states)
    {
        if (!states.Contains(State))
        {
            throw MakeUpErrors.WrongState(this);
        }
    }
}
