using StudySuite.Directory.Delegations;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;

namespace StudySuite.Directory;

/// <summary>
/// A change reaches directory's own views in its transaction, and everybody else's by the event of the same save.
/// </summary>
internal static class Announcements
{
    public static async Task AnnounceAsync(this DirectoryDbContext db, UnitChanged evt, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(evt, cancellationToken);
        db.Enqueue(evt);
    }

    public static async Task AnnounceAsync(
        this DirectoryDbContext db, MembershipChanged evt, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(evt, cancellationToken);
        db.Enqueue(evt);
    }

    /// <summary>As a role that the deputy holds, and to the people whom it concerns.</summary>
    public static async Task AnnounceAsync(
        this DirectoryDbContext db, Delegation delegation, DateOnly today, CancellationToken cancellationToken)
    {
        await db.AnnounceAsync(delegation.ToEvent(today), cancellationToken);
        db.Enqueue(delegation.ToNotice(today));
    }

    public static async Task AnnounceAsync(this DirectoryDbContext db, GrantChanged evt, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(evt, cancellationToken);
        db.Enqueue(evt);
    }

    public static async Task AnnounceAsync(
        this DirectoryDbContext db, RulebookPublished evt, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(evt, cancellationToken);
        db.Enqueue(evt);
    }

    public static async Task AnnounceAsync(
        this DirectoryDbContext db, WorkCalendarPublished evt, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(evt, cancellationToken);
        db.Enqueue(evt);
    }
}
