namespace StudySuite.Planning.Checks;

internal enum PlanCheck
{
    EmptyMonth = 1,
    MandatoryTopicNotPlanned,
    QuarterWithoutDiscussion,
    NoKeynoteSpeakers,
    NotApprovedByOwnMeeting,
    FiledLate,
}

internal enum PlanFindingSeverity
{
    Info = 1,
    Warning,
    Binding,
}

/// <param name="Rule">Key of the rulebook, or the resource name of an arrangement's topic.</param>
internal sealed record PlanFinding(PlanCheck Check, string Rule, string Text)
{
    public int Month { get; init; }

    public int Quarter { get; init; }

    public string Item { get; init; } = "";

    /// <summary>As the rulebook names it: <c>empty_month</c>.</summary>
    public string Code => CodeOf(Check);

    public static string CodeOf(PlanCheck check) => check switch
    {
        PlanCheck.EmptyMonth => "empty_month",
        PlanCheck.MandatoryTopicNotPlanned => "mandatory_topic",
        PlanCheck.QuarterWithoutDiscussion => "quarter_discussion",
        PlanCheck.NoKeynoteSpeakers => "keynote_speakers",
        PlanCheck.NotApprovedByOwnMeeting => "group_meeting",
        _ => "filed_late",
    };

    /// <summary>A check informs; only what the rulebook calls binding blocks.</summary>
    public PlanFindingSeverity Severity(IReadOnlyCollection<string> binding) => binding.Contains(Code)
        ? PlanFindingSeverity.Binding
        : Check is PlanCheck.EmptyMonth or PlanCheck.NoKeynoteSpeakers ? PlanFindingSeverity.Info : PlanFindingSeverity.Warning;
}
