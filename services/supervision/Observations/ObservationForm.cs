using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>The feedback form (列席旁听情况反馈表); read and written with its observation.</summary>
internal sealed record ObservationForm(
    List<ObservationMethod> Methods, List<FormIndicator> Indicators, string OverallEvaluation, string Highlights,
    List<FormLine> Problems, string Suggestions, string OnSpotComment, ObservationGrade Grade, string FilledBy)
{
    public static readonly ObservationForm Empty = new([], [], "", "", [], "", "", 0, "");

    /// <summary>Names under the paper form.</summary>
    public List<string> SignedBy { get; init; } = [];

    public bool IsEmpty => FilledBy.Length == 0;
}

/// <param name="Indicator">Of the form that the suite ships; 0 for a line of an organiser's own.</param>
internal sealed record FormIndicator(Indicator Indicator, Answer Answer, string Note, string Evidence)
{
    /// <summary>Key of the line in the template; empty in forms from before there were templates.</summary>
    public string Key { get; init; } = "";

    public string Title { get; init; } = "";
}

/// <summary>A problem as it stands in the form, from line 1.</summary>
internal sealed record FormLine(int Line, string Text, string Category, string RuleReference);
