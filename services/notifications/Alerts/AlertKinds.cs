namespace StudySuite.Notifications.Alerts;

internal static class AlertKinds
{
    /// <summary>What stands until something is done: the board shows it.</summary>
    public static readonly IReadOnlyList<AlertKind> Deadlines =
    [
        AlertKind.RectificationDeadline, AlertKind.PlanFilingDeadline, AlertKind.LookBackDeadline,
        AlertKind.ObservationFeedbackDeadline,
    ];

    /// <summary>The levels at which it says something else; none when it says the same at all.</summary>
    public static IReadOnlyList<AlertLevel> LevelsOf(AlertKind kind) => kind switch
    {
        // Matters of the group itself, which the board leaves out.
        AlertKind.MakeUpDeadline => [AlertLevel.DueSoon, AlertLevel.Overdue],
        AlertKind.ArchiveDeadline => [AlertLevel.Overdue],
        _ => kind.IsDeadline() ? DeadlineLevels : [],
    };

    public static bool IsDeadline(this AlertKind kind) => Deadlines.Contains(kind);

    /// <summary>The levels that a deadline goes through, the lowest first.</summary>
    public static readonly IReadOnlyList<AlertLevel> DeadlineLevels =
        [AlertLevel.DueSoon, AlertLevel.Due, AlertLevel.Overdue, AlertLevel.Escalated];

    /// <summary>As events name it: <c>DUE_SOON</c>.</summary>
    public static AlertLevel LevelOf(string word) => word switch
    {
        "DUE_SOON" => AlertLevel.DueSoon,
        "DUE" => AlertLevel.Due,
        "OVERDUE" => AlertLevel.Overdue,
        _ => AlertLevel.Escalated,
    };
}
