using StudySuite.Defaults.Deadlines;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Rectification;

/// <summary>How much time the unit has: extensions and pauses move the due date, and the history keeps why.</summary>
internal sealed partial class RectificationNotice
{
    public List<ExtensionRequest> Extensions { get; private set; } = [];

    /// <summary>First day that does not count; null while the time runs.</summary>
    public DateOnly? PausedOn { get; private set; }

    public string PauseReason { get; private set; } = "";

    public Deadline? Deadline => DueOn is { } dueOn ? new Deadline(dueOn, PausedOn, DayKind.Working) : null;

    public void AskExtension(string person, DateOnly on, DateOnly dueOn, string reason)
    {
        Require(this.AwaitsReport(), NoticeErrors.NotAwaitingReport);
        Require(!Extensions.Exists(extension => extension.IsPending), NoticeErrors.ExtensionPending);
        dueOn.RequireNotBefore(DueOn!.Value.AddDays(1), "due_on");
        on.RequireNotBefore(LastStepOn, "asked_on");
        Extensions = [.. Extensions, new ExtensionRequest(dueOn, reason, person, on)];
    }

    /// <param name="dueOn">Null for as asked.</param>
    public void GrantExtension(string person, DateOnly on, DateOnly? dueOn, string opinion)
    {
        var asked = RequirePending(on);
        var granted = dueOn ?? asked.AskedDueOn;
        granted.RequireNotBefore(DueOn!.Value.AddDays(1), "due_on");
        DueOn = granted;
        Decide(person, on, ExtensionDecision.Approved, opinion, granted);
        Step(State, on, person, "decided_on", $"延期：{asked.Reason}");
    }

    public void RefuseExtension(string person, DateOnly on, string opinion)
    {
        RequirePending(on);
        Decide(person, on, ExtensionDecision.Refused, opinion, null);
    }

    public void Pause(string person, DateOnly on, string reason)
    {
        Require(this.AwaitsReport(), NoticeErrors.NotAwaitingReport);
        Require(PausedOn is null, NoticeErrors.Paused);
        Step(State, on, person, "paused_on", $"暂停计时：{reason}");
        (PausedOn, PauseReason) = (on, reason);
    }

    public void Resume(string person, DateOnly on, WorkCalendar calendar)
    {
        Require(PausedOn is not null, NoticeErrors.NotPaused);
        DueOn = Deadline!.Resume(on, calendar).DueOn;
        (PausedOn, PauseReason) = (null, "");
        Step(State, on, person, "resumed_on", "恢复计时");
    }

    private ExtensionRequest RequirePending(DateOnly on)
    {
        Require(Extensions.Exists(extension => extension.IsPending) && this.AwaitsReport(), NoticeErrors.ExtensionNotPending);
        on.RequireNotBefore(Extensions[^1].AskedOn, "decided_on");
        return Extensions[^1];
    }

    private void Decide(string person, DateOnly on, ExtensionDecision decision, string opinion, DateOnly? granted) =>
        Extensions =
        [
            .. Extensions.SkipLast(1),
            Extensions[^1] with
            {
                Decision = decision, DecidedBy = person, DecidedOn = on, Opinion = opinion, GrantedDueOn = granted,
            },
        ];
}
