using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Settings;
using StudySuite.Notifications.Subscriptions;
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
        Expression<Func<Alert, bool>> isSeen =
            alert => alert.Audiences.Any(audience => EF.Parameter(holders).Contains(audience.Holder));
        foreach (var subscription in await db.HeldSubscriptionsAsync(person, cancellationToken))
        {
            isSeen = isSeen.Or(await FollowedAsync(db, subscription, cancellationToken));
        }

        return db.Alerts.AsNoTracking().Where(isSeen);
    }

    /// <summary>Without those that a newer one stands for.</summary>
    public static IQueryable<Alert> Listed(this IQueryable<Alert> alerts) =>
        alerts.Where(alert => alert.SupersededBy == null);

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

    private static async Task<Expression<Func<Alert, bool>>> FollowedAsync(
        NotificationsDbContext db, Subscription subscription, CancellationToken cancellationToken)
    {
        var tops = db.UnitViews.Where(unit => unit.Code == subscription.Unit).Select(unit => unit.Path);
        var units = await db.UnitViews.Where(unit => tops.Any(path => unit.Path.StartsWith(path)))
            .Select(unit => unit.Code).ToListAsync(cancellationToken);
        var holders = units.SelectMany(unit => Audience.HoldersOn(unit, subscription.Role)).ToList();
        var kinds = subscription.Kinds.ToList();
        var (isAnyKind, level) = (kinds.Count == 0, subscription.MinLevel ?? 0);
        return alert => alert.Level >= level && (isAnyKind || EF.Parameter(kinds).Contains(alert.Kind))
            && alert.Audiences.Any(audience => EF.Parameter(holders).Contains(audience.Holder));
    }

    private static Expression<Func<Alert, bool>> Or(this Expression<Func<Alert, bool>> left, Expression<Func<Alert, bool>> right)
    {
        var body = new Replacing(right.Parameters[0], left.Parameters[0]).Visit(right.Body);
        return Expression.Lambda<Func<Alert, bool>>(Expression.OrElse(left.Body, body), left.Parameters);
    }

    private static async Task<List<string>> HoldersOfAsync(
        NotificationsDbContext db, string person, DateOnly today, CancellationToken cancellationToken)
    {
        var duties = await db.MemberViews
            .Where(member => member.Person == person && member.From <= today && (member.To == null || member.To >= today))
            .Select(member => new { member.Unit, member.Role })
            .ToListAsync(cancellationToken);
        var supervised = await UnitsOfOfficeAsync(db, person, nameof(Role.SupervisionOffice), cancellationToken);
        var publicised = await UnitsOfOfficeAsync(db, person, nameof(Role.Publicity), cancellationToken);

        return
        [
            Audience.Person(person),
            .. duties.Where(duty => duty.Role == "Secretary").Select(duty => Audience.Secretary(duty.Unit)),
            .. duties.Where(duty => duty.Role == "Leader").Select(duty => Audience.Leader(duty.Unit)),
            .. supervised.Select(Audience.SupervisionOffice),
            .. publicised.Select(Audience.Publicity),
            .. publicised.Count > 0 ? [Audience.AnyPublicity] : Array.Empty<string>(),
        ];
    }

    private static Task<List<string>> UnitsOfOfficeAsync(
        NotificationsDbContext db, string person, string role, CancellationToken cancellationToken)
    {
        var tops = db.Set<GrantView>()
            .Where(grant => grant.Person == person && grant.IsActive && grant.Role == role)
            .Join(db.UnitViews, grant => grant.Unit, top => top.Code, (_, top) => top.Path);
        return db.UnitViews.Where(unit => tops.Any(path => unit.Path.StartsWith(path))).Select(unit => unit.Code)
            .ToListAsync(cancellationToken);
    }

    private sealed class Replacing(Expression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
