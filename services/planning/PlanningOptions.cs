using System.ComponentModel.DataAnnotations;

namespace StudySuite.Planning;

/// <summary>Section <c>Planning</c>.</summary>
public sealed class PlanningOptions
{
    /// <summary>Days after a due date within which a filing is still recalled; later it only stands in the list.</summary>
    [Range(10, 366)]
    public int FilingAlertDays { get; set; } = 60;
}
