namespace StudySuite.Events;

/// <param name="Observation">Resource name, <c>units/{unit}/observations/{observation}</c>; the unit is the observed one.</param>
/// <param name="Organiser">Unit that organised the sit-in.</param>
[Event("supervision.observation-announced.v1")]
public sealed record ObservationAnnounced(
    string Observation, string Unit, string Organiser, DateOnly AnnouncedOn, long Version) : IEvent
{
    public string Subject => Observation;
}

[Event("supervision.observation-feedback-issued.v1")]
public sealed record ObservationFeedbackIssued(
    string Observation, string Unit, string Organiser, DateOnly ObservedOn, long Version) : IEvent
{
    public string Subject => Observation;
}

/// <summary>The observers handed the form in; it waits for its approval.</summary>
[Event("supervision.observation-feedback-handed-in.v1")]
public sealed record ObservationFeedbackHandedIn(
    string Observation, string Unit, string Organiser, DateOnly ObservedOn, long Version) : IEvent
{
    public string Subject => Observation;
}

/// <param name="Problem">Resource name, <c>units/{unit}/problems/{problem}</c>.</param>
/// <param name="Source">Where it was found, in upper snake case, such as <c>OBSERVATION</c>.</param>
/// <param name="Text">What was found, an example for the bulletin; empty in events of older versions.</param>
[Event("supervision.problem-found.v1")]
public sealed record ProblemFound(
    string Problem, string Unit, string Organiser, string Category, string Source, DateOnly FoundOn,
    long Version, string Text = "") : IEvent
{
    public string Subject => Problem;
}

/// <param name="Notice">Resource name, <c>units/{unit}/rectificationNotices/{notice}</c>.</param>
/// <param name="Items">How many problems the unit is asked to put right.</param>
[Event("supervision.rectification-notice-issued.v1")]
public sealed record RectificationNoticeIssued(
    string Notice, string Unit, string Number, int Items, DateOnly IssuedOn, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>
/// The report falls due within the days of rule <c>alert.due_soon_days</c>. The three alerts change nothing on the
/// notice: they carry the version they were raised at, each comes once per round.
/// </summary>
[Event("supervision.rectification-due-soon.v1")]
public sealed record RectificationDueSoon(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

[Event("supervision.rectification-due.v1")]
public sealed record RectificationDue(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

[Event("supervision.rectification-overdue.v1")]
public sealed record RectificationOverdue(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

[Event("supervision.rectification-reported.v1")]
public sealed record RectificationReported(
    string Notice, string Unit, string Number, DateOnly ReportedOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <param name="DueOn">Day until which the unit reports again.</param>
[Event("supervision.rectification-returned.v1")]
public sealed record RectificationReturned(
    string Notice, string Unit, string Number, string Opinion, long Version, DateOnly DueOn = default) : IEvent
{
    public string Subject => Notice;
}

[Event("supervision.rectification-accepted.v1")]
public sealed record RectificationAccepted(
    string Notice, string Unit, string Number, int Items, DateOnly AcceptedOn, DateOnly LookBackDueOn,
    long Version) : IEvent
{
    public string Subject => Notice;
}

[Event("supervision.look-back-passed.v1")]
public sealed record LookBackPassed(
    string Notice, string Unit, string Number, int Items, DateOnly PassedOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>A look-back found an item not put right; the notice is reopened.</summary>
/// <param name="DueOn">Day until which the unit reports again.</param>
[Event("supervision.look-back-failed.v1")]
public sealed record LookBackFailed(
    string Notice, string Unit, string Number, DateOnly FailedOn, long Version, DateOnly DueOn = default) : IEvent
{
    public string Subject => Notice;
}

/// <summary>Long overdue: told to those above as well.</summary>
[Event("supervision.rectification-escalated.v1")]
public sealed record RectificationEscalated(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>The unit asks for more time.</summary>
[Event("supervision.rectification-extension-requested.v1")]
public sealed record RectificationExtensionRequested(
    string Notice, string Unit, string Number, DateOnly AskedDueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>The unit gets no more time; the opinion is read from supervision.</summary>
[Event("supervision.rectification-extension-refused.v1")]
public sealed record RectificationExtensionRefused(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>The due date was moved, by an approved extension or by the end of a pause; alerts count from the new day.</summary>
[Event("supervision.rectification-extended.v1")]
public sealed record RectificationExtended(
    string Notice, string Unit, string Number, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>A look-back has reached a level: <c>DUE_SOON</c>, <c>DUE</c> or <c>ESCALATED</c>.</summary>
[Event("supervision.look-back-due.v1")]
public sealed record LookBackDue(
    string Notice, string Unit, string Number, DateOnly DueOn, string Level, long Version) : IEvent
{
    public string Subject => Notice;
}

/// <summary>The feedback form of a sit-in has reached a level: <c>DUE_SOON</c>, <c>DUE</c>, <c>OVERDUE</c>, <c>ESCALATED</c>.</summary>
/// <param name="Observers">Ids of the people who owe it.</param>
[Event("supervision.observation-feedback-due.v1")]
public sealed record ObservationFeedbackDue(
    string Observation, string Unit, string Organiser, DateOnly DueOn, string Level, IReadOnlyList<string> Observers,
    long Version) : IEvent
{
    public string Subject => Observation;
}

/// <summary>The year of the coverage cycle ends soon, and units below the organiser were not sat in on.</summary>
/// <param name="Unit">Code of the organising unit.</param>
/// <param name="Units">How many units are due.</param>
[Event("supervision.coverage-due.v1")]
public sealed record CoverageDue(string Unit, int Year, int Units, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => $"units/{Unit}/coverageMatrix";
}

/// <summary>An assessment was shown to its unit, which may appeal.</summary>
/// <param name="Assessment">Resource name, <c>units/{unit}/assessments/{assessment}</c>.</param>
[Event("supervision.assessment-shown.v1")]
public sealed record AssessmentShown(string Assessment, string Unit, string Scheme, DateOnly ShownOn, long Version) : IEvent
{
    public string Subject => Assessment;
}

/// <summary>An assessment is final; the result is read from supervision, never announced.</summary>
[Event("supervision.assessment-finalised.v1")]
public sealed record AssessmentFinalised(
    string Assessment, string Unit, string Scheme, DateOnly FinalisedOn, long Version) : IEvent
{
    public string Subject => Assessment;
}
