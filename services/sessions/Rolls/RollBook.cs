using Microsoft.EntityFrameworkCore;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Rolls;

/// <summary>Reads and locks rolls. Whoever changes what an archive will hold takes the lock first, then reads.</summary>
internal sealed class RollBook(SessionsDbContext db)
{
    /// <summary>Locks the roll until the transaction ends and reads it fresh; null when the session is not held yet.</summary>
    public async Task<AttendanceRoll?> LockAsync(SessionName session, CancellationToken cancellationToken) =>
        await TakeLockAsync(session, cancellationToken)
            ? await db.Rolls.SingleAsync(roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken)
            : null;

    /// <summary>An update that changes nothing locks the row on PostgreSQL, and is harmless on SQLite, which has one writer.</summary>
    public async Task<bool> TakeLockAsync(SessionName session, CancellationToken cancellationToken) =>
        await db.Rolls.Where(roll => roll.Unit == session.Unit && roll.Session == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(roll => roll.Version, roll => roll.Version), cancellationToken) == 1;

    public Task<AttendanceRoll?> FindAsync(StudySession session, CancellationToken cancellationToken) =>
        db.Rolls.AsNoTracking().SingleOrDefaultAsync(
            roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken);

    /// <param name="day">Who is a member that day, instead of the day of the session.</param>
    /// <returns>Null when the session is not held yet.</returns>
    public async Task<RollSheet?> ReadAsync(
        SessionName session, CancellationToken cancellationToken, DateOnly? day = null)
    {
        var roll = await db.Rolls.AsNoTracking()
            .Where(roll => roll.Unit == session.Unit && roll.Session == session.Id)
            .Select(roll => new { roll.HeldOn, roll.Version, roll.IsClosed })
            .SingleOrDefaultAsync(cancellationToken);
        if (roll is null)
        {
            return null;
        }

        // A second query: as one, the join would depend on the roll's day, which SQLite cannot do.
        var heldOn = day ?? roll.HeldOn;
        var rows = await (
            from member in db.MemberViews.OfUnitOn(session.Unit, heldOn)
            join mark in db.Set<Attendance>().Where(mark => mark.Unit == session.Unit && mark.Session == session.Id)
                on member.Person equals mark.Person into marks
            from mark in marks.DefaultIfEmpty()
            select new
            {
                member.Person,
                member.Name,
                member.Post,
                member.Kind,
                Status = (V1.AttendanceStatus?)mark!.Status,
                Remark = (string?)mark.Remark,
                MarkedAt = (DateTimeOffset?)mark.MarkedAt,
            }).AsNoTracking().ToListAsync(cancellationToken);

        // Two memberships on one day are one person on the roll, as a full member when one of them is full.
        var entries = rows.GroupBy(row => row.Person).Select(person =>
        {
            var row = person.FirstOrDefault(membership => membership.Kind == "Full") ?? person.First();
            return new RollEntry(
                person.Key, row.Name, row.Post, row.Kind == "Full", row.Status ?? V1.AttendanceStatus.Unspecified,
                row.Remark ?? "", row.MarkedAt);
        });
        return new RollSheet(session, heldOn, roll.Version, roll.IsClosed, [.. entries]);
    }

    /// <summary>Another day for a roll under lock; everyone marked must have been a member that day.</summary>
    public async Task MoveAsync(StudySession session, DateOnly day, CancellationToken cancellationToken)
    {
        var name = new SessionName(session.Unit, session.Id);
        var roll = await db.Rolls.SingleAsync(r => r.Unit == name.Unit && r.Session == name.Id, cancellationToken);
        var sheet = (await ReadAsync(name, cancellationToken, day))!;
        var marked = await db.Set<Attendance>().Where(mark => mark.Unit == name.Unit && mark.Session == name.Id)
            .Select(mark => mark.Person).ToListAsync(cancellationToken);
        var strangers = marked.Except(sheet.Entries.Select(entry => entry.Person)).ToList();
        if (strangers.Count > 0)
        {
            throw RollErrors.HasNonMembers(roll.ResourceName, strangers);
        }

        roll.MoveTo(day);
        db.Enqueue(sheet.ToEvent(roll.NextVersion, roll.IsClosed));
    }
}
