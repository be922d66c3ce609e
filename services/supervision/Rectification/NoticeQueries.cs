namespace StudySuite.Supervision.Rectification;

internal static class NoticeQueries
{
    /// <summary>Notices whose report is not in; only these can be overdue.</summary>
    public static IQueryable<RectificationNotice> AwaitingReport(this IQueryable<RectificationNotice> notices) =>
        notices.Where(n => n.State == NoticeState.Notified || n.State == NoticeState.Planned
            || n.State == NoticeState.InProgress || n.State == NoticeState.Returned);

    public static bool AwaitsReport(this RectificationNotice notice) =>
        notice.State is NoticeState.Notified or NoticeState.Planned or NoticeState.InProgress or NoticeState.Returned;

    public static bool IsOverdue(this RectificationNotice notice, DateOnly today) =>
        notice.AwaitsReport() && notice.DueOn < today;

    /// <summary>Where the notice stands for the reader: accepted becomes look-back due by the day alone.</summary>
    public static NoticeState StateOn(this RectificationNotice notice, DateOnly today) =>
        notice.State == NoticeState.Accepted && notice.LookBackDueOn <= today ? NoticeState.LookBackDue : notice.State;

    /// <summary>The same as <see cref="StateOn"/> for a query.</summary>
    public static IQueryable<RectificationNotice> InState(
        this IQueryable<RectificationNotice> notices, NoticeState state, DateOnly today) => state switch
        {
            NoticeState.Accepted => notices.Where(n => n.State == NoticeState.Accepted && n.LookBackDueOn > today),
            NoticeState.LookBackDue => notices.Where(n => n.State == NoticeState.Accepted && n.LookBackDueOn <= today),
            _ => notices.Where(n => n.State == state),
        };
}
