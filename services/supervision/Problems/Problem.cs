using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Problems;

/// <summary>Something wrong that was found at a unit (问题); the unit is the one that has it.</summary>
internal sealed class Problem(string unit, string id, string organiser, ProblemSource source) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/problems/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    /// <summary>Code of the unit that found it.</summary>
    public string Organiser { get; private set; } = organiser;

    public ProblemSource Source { get; private set; } = source;

    /// <summary>Id of the observation it comes from; null for other sources.</summary>
    public string? Observation { get; init; }

    /// <summary>Id of the check it comes from; null for other sources.</summary>
    public string? Check { get; init; }

    /// <summary>Line of the form or of the check.</summary>
    public int? Line { get; init; }

    public required string Text { get; init; }

    public required string Category { get; init; }

    public required string RuleReference { get; init; }

    public required DateOnly FoundOn { get; init; }

    /// <summary>Id of the rectification notice it stands in.</summary>
    public string? Notice { get; private set; }

    public void PutInto(string? notice) => Notice = notice;
}
