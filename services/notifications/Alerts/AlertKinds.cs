namespace StudySuite.Notifications.Alerts;

internal static class AlertKinds
{
    /// <summary>What stands until something is done: the board shows it.</summary>
    public static readonly IReadOnlyList<AlertKind> Deadlines = [AlertKind.RectificationDeadline, AlertKind.PlanFilingDeadline];

    public static bool IsDeadline(this AlertKind kind) => Deadlines.Contains(kind);

    /// <summary>The levels that a deadline goes through, the lowest first.</summary>
    public static readonly IReadOnlyList<AlertLevel> DeadlineLevels =
        [AlertLevel.DueSoon, AlertLevel.Due, AlertLevel.Overdue, AlertLevel.Escalated];
}
