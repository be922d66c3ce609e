using Microsoft.EntityFrameworkCore;
using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>
/// Takes a directory event over into the view tables, to be saved by the caller: consumers in other services,
/// directory itself in the transaction of the change.
/// </summary>
public static class RosterChanges
{
    public static async Task ApplyAsync(this DbContext db, UnitChanged evt, CancellationToken cancellationToken) =>
        (await FindOrAddAsync(db, [evt.Unit], () => new UnitView { Code = evt.Unit }, cancellationToken)).Apply(evt);

    public static async Task ApplyAsync(this DbContext db, MembershipChanged evt, CancellationToken cancellationToken) =>
        (await FindOrAddAsync(db, [evt.Member], () => new MemberView { Member = evt.Member }, cancellationToken)).Apply(evt);

    public static async Task ApplyAsync(this DbContext db, GrantChanged evt, CancellationToken cancellationToken) =>
        (await FindOrAddAsync(db, [evt.Grant], () => new GrantView { Grant = evt.Grant }, cancellationToken)).Apply(evt);

    public static async Task ApplyAsync(this DbContext db, RulebookPublished evt, CancellationToken cancellationToken) =>
        (await FindOrAddAsync(db, [evt.Rulebook], () => new RulebookView { Rulebook = evt.Rulebook }, cancellationToken)).Apply(evt);

    public static async Task ApplyAsync(this DbContext db, WorkCalendarPublished evt, CancellationToken cancellationToken) =>
        (await FindOrAddAsync(db, [evt.Year], () => new WorkCalendarView { Year = evt.Year }, cancellationToken)).Apply(evt);

    private static async Task<TView> FindOrAddAsync<TView>(
        DbContext db, object[] key, Func<TView> create, CancellationToken cancellationToken)
        where TView : class
    {
        var view = await db.Set<TView>().FindAsync(key, cancellationToken);
        if (view is null)
        {
            view = create();
            db.Add(view);
        }

        return view;
    }
}
