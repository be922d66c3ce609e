using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Notifications.Alerts;
using StudySuite.Roster;

namespace StudySuite.Notifications.Inbox;

/// <summary>An alert as one person sees it.</summary>
internal sealed record InboxRow(Alert Alert, string? UnitName, DateTimeOffset? ReadAt);

internal static class InboxQueries
{
    /// <summary>Alerts for the person and for the roles that the person holds on that day.</summary>
    public static async Task<IQueryable<Alert>> AlertsForAsync(
        this NotificationsDbContext db, string person, DateOnly today, CancellationToken cancellationToken)
    {
        var holders = await HoldersOfAsync(db, person, today, cancellationToken);
        return db.Alerts.AsNoTracking()
            .Where(alert => alert.Audiences.Any(audience => EF.Parameter(holders).Contains(audience.Holder)));
    }

    public static IQueryable<Alert> UnreadBy(this IQueryable<Alert> alerts, NotificationsDbContext db, string person) =>
        alerts.Where(alert => !db.ReadMarks.Any(mark => mark.Person == person && mark.Alert == alert.Id));

    public static IOrderedQueryable<Alert> NewestFirst(this IQueryable<Alert> alerts) =>
        alerts.OrderByDescending(alert => alert.CreatedAt).ThenByDescending(alert => alert.Id);

    public static IQueryable<InboxRow> AsSeenBy(this IQueryable<Alert> alerts, NotificationsDbContext db, string person) =>
        alerts.Select(alert => new InboxRow(
            alert,
            db.UnitViews.Where(unit => unit.Code == alert.Unit).Select(unit => unit.Name).FirstOrDefault(),
            db.ReadMarks.Where(mark => mark.Person == person && mark.Alert == alert.Id)
                .Select(mark => (DateTimeOffset?)mark.ReadAt).FirstOrDefault()));

    private static async Task<List<string>> HoldersOfAsync(
        NotificationsDbContext db, string person, DateOnly today, CancellationToken cancellationToken)
    {
        var duties = await db.MemberViews
            .Where(member => member.Person == person && member.From <= today && (member.To == null || member.To >= today))
            .Select(member => new { member.Unit, member.Role })
            .ToListAsync(cancellationToken);
        var offices = db.Set<GrantView>()
            .Where(grant => grant.Person == person && grant.IsActive && grant.Role == nameof(Role.SupervisionOffice))
            .Join(db.UnitViews, grant => grant.Unit, top => top.Code, (grant, top) => top.Path);
        var supervised = await db.UnitViews.Where(unit => offices.Any(path => unit.Path.StartsWith(path)))
            .Select(unit => unit.Code)
            .ToListAsync(cancellationToken);

        return
        [
            Audience.Person(person),
            .. duties.Where(duty => duty.Role == "Secretary").Select(duty => Audience.Secretary(duty.Unit)),
            .. duties.Where(duty => duty.Role == "Leader").Select(duty => Audience.Leader(duty.Unit)),
            .. supervised.Select(Audience.SupervisionOffice),
        ];
    }
}
