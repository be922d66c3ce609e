using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>The feedback form (列席旁听情况反馈表); read and written with its observation.</summary>
internal sealed record ObservationForm(
    List<ObservationMethod> Methods, List<FormIndicator> Indicators, string OverallEvaluation, string Highlights,
    List<FormLine> Problems, string Suggestions, string OnSpotComment, ObservationGrade Grade, string FilledBy)
{
    public static readonly ObservationForm Empty = new([], [], "", "", [], "", "", 0, "");

    public bool IsEmpty => FilledBy.Length == 0;
}

internal sealed record FormIndicator(Indicator Indicator, Answer Answer, string Note, string Evidence);

/// <summary>A problem as it stands in the form, from line 1.</summary>
internal sealed record FormLine(int Line, string Text, string Category, string RuleReference);
