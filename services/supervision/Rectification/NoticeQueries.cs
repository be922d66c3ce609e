using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision.Rectification;

internal static class NoticeQueries
{
    private const string Pattern = "units/{unit}/rectificationNotices/{notice}";

    /// <summary>A notice that is not issued does not exist for the unit.</summary>
    public static IQueryable<RectificationNotice> NoticesSeen(this SupervisionDbContext db, ServerCallContext context)
    {
        var own = context.Caller().OwnUnits();
        return db.Notices.VisibleTo(context.Call(), db).Where(n => n.State != NoticeState.Open || !own.Contains(n.Unit));
    }

    public static async Task<RectificationNotice> FindNoticeAsync(
        this SupervisionDbContext db, string name, ServerCallContext context, string field = "name")
    {
        var id = ResourceName.Parse(Pattern, name, field)[1];
        return await db.NoticesSeen(context).SingleOrDefaultAsync(n => n.Id == id, context.CancellationToken)
            ?? throw NoticeErrors.NotFound(name);
    }

    /// <summary>
    /// Keeps the row until the transaction ends, so that what is decided by its files is not overtaken. Call before it is read.
    /// </summary>
    public static Task HoldNoticeAsync(this SupervisionDbContext db, string name, CancellationToken cancellationToken)
    {
        var parts = ResourceName.Parse(Pattern, name);
        db.ChangeTracker.Clear();
        return db.Notices.Where(n => n.Unit == parts[0] && n.Id == parts[1])
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Version, n => n.Version), cancellationToken);
    }

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
