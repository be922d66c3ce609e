using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal enum ObservationState
{
    Planned = 1,
    Announced,
    Dated,
    Observed,
    FeedbackDrafted,
    Approved,
    Issued,
    Closed,
}

/// <summary>A sit-in at a unit's study session (巡听旁听); the unit is the observed one.</summary>
internal sealed partial class Observation(string unit, string id, string organiser) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/observations/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    /// <summary>Code of the organising unit.</summary>
    public string Organiser { get; private set; } = organiser;

    /// <summary>Ids of people.</summary>
    public List<string> Observers { get; init; } = [];

    public string Points { get; init; } = "";

    /// <summary>What the organiser asked for; the rule has the last word.</summary>
    public bool? MaySpeakAsked { get; init; }

    public bool MaySpeak { get; private set; }

    public ObservationState State { get; private set; } = ObservationState.Planned;

    public DateOnly? AnnouncedOn { get; private set; }

    public string Session { get; private set; } = "";

    public DateOnly? DatedFor { get; private set; }

    public string Place { get; private set; } = "";

    public DateOnly? ObservedOn { get; private set; }

    public ObservationForm Form { get; private set; } = ObservationForm.Empty;

    public string ReturnReason { get; private set; } = "";

    public DateOnly? ApprovedOn { get; private set; }

    public string ApprovedBy { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string Rulebook { get; private set; } = "";

    /// <summary>Problems are taken from a form that no longer changes.</summary>
    public bool IsFrozen => State >= ObservationState.Approved;

    public void JudgeBy(Roster.Rules rules) =>
        (Rulebook, MaySpeak) = (rules.Rulebook, rules.IsOn("observe.may_speak") && MaySpeakAsked != false);

    public void Announce(DateOnly on)
    {
        Require(State == ObservationState.Planned, ObservationErrors.NotPlanned);
        (AnnouncedOn, State) = (on, ObservationState.Announced);
    }

    public void Record(DateOnly on, ObservationForm form, DateOnly feedbackDueOn)
    {
        Require(State is ObservationState.Dated or ObservationState.Observed, ObservationErrors.NotDated);
        on.RequireNotBefore(AnnouncedOn, "observed_on");
        (ObservedOn, Form, FeedbackDueOn, State) = (on, form, feedbackDueOn, ObservationState.Observed);
    }

    public void SubmitFeedback()
    {
        Require(State == ObservationState.Observed, ObservationErrors.NotObserved);
        State = ObservationState.FeedbackDrafted;
    }

    public void ReturnFeedback(string reason)
    {
        Require(State == ObservationState.FeedbackDrafted, ObservationErrors.FeedbackNotDrafted);
        (ReturnReason, State) = (reason, ObservationState.Observed);
    }

    public void ApproveFeedback(string person, DateOnly on)
    {
        Require(State == ObservationState.FeedbackDrafted, ObservationErrors.FeedbackNotDrafted);
        on.RequireNotBefore(ObservedOn, "approved_on");
        (ApprovedBy, ApprovedOn, State) = (person, on, ObservationState.Approved);
    }

    public void IssueFeedback(DateOnly on)
    {
        Require(State == ObservationState.Approved, ObservationErrors.FeedbackNotApproved);
        on.RequireNotBefore(ApprovedOn, "issued_on");
        (IssuedOn, State) = (on, ObservationState.Issued);
    }

    public void RequireOpenForFiles() =>
        Require(State is >= ObservationState.Dated and < ObservationState.Closed, ObservationFileErrors.NotOpen);

    /// <param name="delivered">Which of the three are there as documents.</param>
    public void Close(DateOnly on, IReadOnlyCollection<Deliverable> delivered)
    {
        Require(State == ObservationState.Issued, ObservationErrors.FeedbackNotIssued);
        var missing = DeliveredDocuments.Needed.Except(delivered).ToList();
        Require(missing.Count == 0, _ => ObservationErrors.DeliverablesMissing(this, missing));
        on.RequireNotBefore(IssuedOn, "closed_on");
        (ClosedOn, State) = (on, ObservationState.Closed);
    }

    private void Require(bool holds, Func<Observation, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}
