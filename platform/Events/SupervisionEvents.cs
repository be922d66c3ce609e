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
