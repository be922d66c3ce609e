using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.Notices;
using static StudySuite.Sessions.V1.SessionState;

namespace StudySuite.Sessions.StudySessions;

/// <summary>A study session from plan to archive; its verbs stand by subject in the files beside this one.</summary>
internal sealed partial class StudySession : Aggregate, IOwnedByUnit
{
    public StudySession(string unit, string id) => (Unit, Id) = (unit, id);

    public override string ResourceName => SessionName.Of(Unit, Id);

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public string Topic { get; private set; } = "";

    public List<V1.SessionForm> Forms { get; private set; } = [];

    /// <summary>Id of the reading class it is part of, in the same unit.</summary>
    public string? ReadingClass { get; private set; }

    public string? PlanItem { get; private set; }

    public string UnplannedReason { get; private set; } = "";

    public DateOnly PlannedOn { get; private set; }

    public V1.SessionState State { get; private set; } = Planned;

    public DateOnly? HeldOn { get; private set; }

    public DateOnly? HeldUntil { get; private set; }

    public int MaterialVolumes { get; private set; }

    public string PostponeReason { get; private set; } = "";

    public string CancelReason { get; private set; } = "";

    public string CorrectionReason { get; private set; } = "";

    /// <summary>What the secretary wrote of it; the fields that the service sets are empty here.</summary>
    public V1.Scheme Scheme { get; private set; } = new();

    public string SchemeApprovedBy { get; private set; } = "";

    /// <summary>The leader for whom a deputy approved it.</summary>
    public string SchemeApprovedFor { get; private set; } = "";

    public DateOnly? SchemeApprovedOn { get; private set; }

    public string SchemeReturnReason { get; private set; } = "";

    public Notice Notice { get; private set; } = Notice.None;

    /// <summary>What the secretary wrote of it; the fields that the service sets are empty here.</summary>
    public V1.Record Record { get; private set; } = new();

    public DateOnly? NotesCheckedOn { get; private set; }

    public string NotesCheckedBy { get; private set; } = "";

    public SessionCounting Counting => SessionCounting.Of(Forms, ReadingClass is not null);

    public bool IsHeld => State is Held or Recorded or V1.SessionState.Complete or Archived;

    public void Plan(SessionPlan plan)
    {
        Require(Planned, Postponed);
        Write(plan);
        PlannedOn = plan.PlannedOn;
    }

    /// <summary>The approved content stays approved; only the day moves, and the scheme's times with it.</summary>
    public void Postpone(DateOnly to, string reason)
    {
        Require(Planned, Postponed, SchemeSubmitted, SchemeApproved, Notified);
        MoveScheme(to);
        (PlannedOn, PostponeReason, State) = (to, reason, Postponed);
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        Require(Planned, Postponed, SchemeSubmitted, SchemeApproved, Notified);
        (CancelReason, State) = (reason, Cancelled);
        Notice = Notice.IsIssued ? Notice.Cancelled(this, now) : Notice;
    }

    public void Hold(DateOnly on, DateOnly? until, int? materialVolumes)
    {
        Require(Notified);
        (HeldOn, HeldUntil, State) = (on, until, Held);
        MaterialVolumes = materialVolumes ?? Scheme.Materials.Sum(material => material.Volumes);
    }

    /// <summary>Until it is archived; what counts is announced anew by the caller.</summary>
    public void Correct(SessionPlan plan, DateOnly on, DateOnly? until, int materialVolumes, string reason)
    {
        Require(Held, Recorded, V1.SessionState.Complete);
        Write(plan);
        (HeldOn, HeldUntil, MaterialVolumes, CorrectionReason) = (on, until, materialVolumes, reason);
    }

    public void Complete()
    {
        Require(Recorded);
        State = V1.SessionState.Complete;
    }

    public void Reopen(string reason)
    {
        Require(V1.SessionState.Complete);
        (State, CorrectionReason) = (Recorded, reason);
    }

    public void Archive()
    {
        Require(V1.SessionState.Complete);
        State = Archived;
    }

    public void Require(params ReadOnlySpan<V1.SessionState> states)
    {
        if (!states.Contains(State))
        {
            throw SessionErrors.WrongState(this);
        }
    }

    private void Write(SessionPlan plan) => (Topic, Forms, ReadingClass, PlanItem, UnplannedReason) =
        (plan.Topic, [.. plan.Forms], plan.ReadingClass, plan.PlanItem, plan.UnplannedReason);
}
