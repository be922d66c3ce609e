using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>What comes before the sit-in: the unit tells the date and sends what it has.</summary>
internal sealed partial class Observation
{
    /// <summary>Resource name of the campaign; empty when it stands alone.</summary>
    public string Campaign { get; init; } = "";

    /// <summary>Id of the version of the organiser's form.</summary>
    public string FormTemplate { get; init; } = Templates.FormTemplate.ShippedId;

    public List<Warning> Warnings { get; private set; } = [];

    public DateOnly? FixedOn { get; private set; }

    public string ShortNoticeReason { get; private set; } = "";

    public DateOnly? MaterialsDueOn { get; private set; }

    public SentPapers Materials { get; private set; } = SentPapers.None;

    public DateOnly? FeedbackDueOn { get; private set; }

    public void Warn(List<Warning> warnings) => Warnings = warnings;

    /// <param name="earliest">The first day that the rule leaves after telling it.</param>
    public void FixDate(string session, DateOnly datedFor, string place, DateOnly fixedOn, DateOnly earliest, string reason)
    {
        Require(State is ObservationState.Announced or ObservationState.Dated, ObservationErrors.NotAnnounced);
        datedFor.RequireNotBefore(AnnouncedOn, "dated_for");
        fixedOn.RequireNotBefore(AnnouncedOn, "fixed_on");
        if (datedFor < earliest && reason.Length == 0)
        {
            throw DomainError.Invalid("dated_for", "NOTICE_TOO_SHORT", ("earliest", earliest.ToText()));
        }

        (Session, DatedFor, Place, State) = (session, datedFor, place, ObservationState.Dated);
        (FixedOn, ShortNoticeReason) = (fixedOn, datedFor < earliest ? reason : "");
    }

    public void ExpectMaterials(DateOnly dueOn) => MaterialsDueOn = dueOn;

    public void SendMaterials(SentPapers papers)
    {
        Require(State == ObservationState.Dated, ObservationErrors.NotDated);
        papers.SentOn!.Value.RequireNotBefore(AnnouncedOn, "materials.sent_on");
        Materials = papers;
    }

    public bool AreMaterialsLate(DateOnly today) => MaterialsDueOn is { } dueOn
        && (Materials.SentOn ?? (State == ObservationState.Dated ? today : dueOn)) > dueOn;

    public bool AwaitsFeedback => State == ObservationState.Observed
        || (State == ObservationState.Dated && DatedFor is not null);
}

/// <summary>Names of what a unit entered for the session.</summary>
internal sealed record SentPapers(string Scheme, List<string> Materials, List<string> SpeechDrafts, DateOnly? SentOn, string SentBy)
{
    public static readonly SentPapers None = new("", [], [], null, "");
}

internal sealed record Warning(ObservationWarningKind Kind, string Related);
