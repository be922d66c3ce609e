using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Rectification;

/// <summary>As in the API; look-back due is computed and failed stands only in the history.</summary>
internal enum NoticeState
{
    Open = 1,
    Notified,
    Planned,
    InProgress,
    Reported,
    Returned,
    Accepted,
    LookBackDue,
    Passed,
    Failed,
}

/// <summary>A notice that asks a unit to put problems right (整改通知书), and its way to the look-back that passes.</summary>
internal sealed partial class RectificationNotice(string unit, string id, string organiser) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/rectificationNotices/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    /// <summary>Code of the unit that issues it.</summary>
    public string Organiser { get; private set; } = organiser;

    public string Basis { get; private set; } = "";

    public string Requirements { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public List<NoticeItem> Items { get; private set; } = [];

    public NoticeState State { get; private set; } = NoticeState.Open;

    /// <summary>Null until the issue.</summary>
    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Until when the unit reports in this round.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>A returned report and a failed look-back begin a new round with a due date of its own.</summary>
    public int Round { get; private set; }

    /// <summary>What alerts are about: the round of the notice.</summary>
    public string AlertSubject { get; private set; } = "";

    public string ReceivedBy { get; private set; } = "";

    public DateOnly? ReceivedOn { get; private set; }

    public UnitReport Report { get; private set; } = UnitReport.None;

    public DateOnly? AcceptedOn { get; private set; }

    public string AcceptedBy { get; private set; } = "";

    public DateOnly? LookBackDueOn { get; private set; }

    public List<LookBackRecord> LookBacks { get; private set; } = [];

    public List<NoticeStep> History { get; private set; } = [];

    public string Rulebook { get; private set; } = "";

    private DateOnly? LastStepOn => History.Count == 0 ? null : History[^1].On;

    public void Write(string? basis, string? requirements, string? contact, List<NoticeItem>? items)
    {
        Require(State == NoticeState.Open, NoticeErrors.NotOpen);
        (Basis, Requirements) = (basis ?? Basis, requirements ?? Requirements);
        (Contact, Items) = (contact ?? Contact, items ?? Items);
    }

    public void RequireOpen() => Require(State == NoticeState.Open, NoticeErrors.NotOpen);

    public void Issue(string person, string number, DateOnly on, DateOnly dueOn, string rulebook)
    {
        RequireOpen();
        (Number, IssuedOn, Rulebook) = (number, on, rulebook);
        BeginRound(dueOn);
        Step(NoticeState.Notified, on, person, "issued_on");
    }

    public void Acknowledge(string person, DateOnly on)
    {
        Require(State == NoticeState.Notified && ReceivedOn is null, NoticeErrors.NotAcknowledgeable);
        on.RequireNotBefore(LastStepOn, "received_on");
        (ReceivedBy, ReceivedOn) = (person, on);
    }

    public void Plan(string person, DateOnly on, IReadOnlyDictionary<int, MeasurePlan> plans)
    {
        Require(
            ReceivedOn is not null && State is NoticeState.Notified or NoticeState.Planned or NoticeState.InProgress or NoticeState.Returned,
            NoticeErrors.NotPlannable);
        on.RequireNotBefore(ReceivedOn, "planned_on");
        Items = [.. Items.Select(item => item with { Plan = plans[item.Number] })];
        Step(State == NoticeState.Notified ? NoticeState.Planned : State, on, person, "planned_on");
    }

    public void Start(string person, DateOnly on)
    {
        Require(State == NoticeState.Planned, NoticeErrors.NotPlanned);
        Step(NoticeState.InProgress, on, person, "started_on");
    }

    /// <summary>Drafts the report or writes it anew; it counts from the leader's approval on.</summary>
    public void DraftReport(string person, string summary, string mechanism, IReadOnlyDictionary<int, MeasureReport> reports)
    {
        Require(State is NoticeState.InProgress or NoticeState.Returned, NoticeErrors.NotInProgress);
        Items = [.. Items.Select(item => item with { Report = reports[item.Number] })];
        Report = new UnitReport(summary, mechanism, person, "", null, "");
    }

    public void ApproveReport(string person, DateOnly on)
    {
        Require(
            State is NoticeState.InProgress or NoticeState.Returned && Report.WaitsForLeader, NoticeErrors.ReportNotDrafted);
        Step(NoticeState.Reported, on, person, "reported_on");
        Report = Report with { ApprovedBy = person, ReportedOn = on };
        (PausedOn, PauseReason) = (null, "");
        Extensions = [.. Extensions.Select(extension => extension.IsPending
            ? extension with { Decision = V1.ExtensionDecision.Refused, DecidedOn = on, Opinion = "已报告" }
            : extension)];
    }

    public void ReturnReport(string person, DateOnly on, string opinion, DateOnly dueOn)
    {
        Require(State == NoticeState.Reported, NoticeErrors.NotReported);
        BeginRound(dueOn);
        Step(NoticeState.Returned, on, person, "returned_on", opinion);
        Report = Report with { Opinion = opinion };
    }

    public void AcceptReport(string person, DateOnly on, string opinion, DateOnly lookBackDueOn)
    {
        Require(State == NoticeState.Reported, NoticeErrors.NotReported);
        Require(Items.TrueForAll(item => item.Report?.Status == V1.ItemStatus.Done), NoticeErrors.ItemsNotDone);
        Step(NoticeState.Accepted, on, person, "accepted_on", opinion);
        (AcceptedBy, AcceptedOn, LookBackDueOn) = (person, on, lookBackDueOn);
        Report = Report with { Opinion = opinion };
    }

    /// <summary>Passes, or reopens the notice with a new round; what was recorded stays.</summary>
    public void RecordLookBack(LookBackRecord record, DateOnly dueOnWhenFailed)
    {
        Require(State == NoticeState.Accepted, NoticeErrors.NotAccepted);
        var (on, person) = (record.CheckedOn, record.RecordedBy);
        var result = record.IsPassed ? NoticeState.Passed : NoticeState.Failed;
        Step(result, on, person, "look_back.checked_on", record.Conclusion);
        LookBacks = [.. LookBacks, record];
        if (result == NoticeState.Failed)
        {
            BeginRound(dueOnWhenFailed);
            Step(NoticeState.InProgress, on, person, "look_back.checked_on");
            (AcceptedBy, AcceptedOn, LookBackDueOn) = ("", null, null);
        }
    }

    /// <summary>Whoever received, wrote or approved on the unit's side; none of them may verify.</summary>
    public bool IsOwner(string person) => person == ReceivedBy || person == Report.ReportedBy
        || person == Report.ApprovedBy || Extensions.Exists(extension => extension.AskedBy == person);

    private void BeginRound(DateOnly dueOn)
    {
        (Round, DueOn) = (Round + 1, dueOn);
        AlertSubject = $"{ResourceName}#{Round}";
    }

    private void Step(NoticeState state, DateOnly on, string person, string field, string remark = "")
    {
        on.RequireNotBefore(LastStepOn, field);
        History = [.. History, new NoticeStep(state, on, person, remark, DueOn)];
        State = state;
    }

    private void Require(bool holds, Func<RectificationNotice, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}
