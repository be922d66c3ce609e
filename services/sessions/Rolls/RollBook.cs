using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Rolls;

/// <summary>Reads and locks rolls. Whoever changes what an archive will hold takes the lock first, then reads.</summary>
internal sealed class RollBook(SessionsDbContext db)
{
    // Rolls are read with every mark: finding the translation of such a query anew costs as much as running it.
    private static readonly ConcurrentDictionary<IModel, Func<SessionsDbContext, string, string, IAsyncEnumerable<Row>>>
        Queries = new();

    /// <summary>Locks the roll until the transaction ends and reads it fresh; null when the session is not held yet.</summary>
    public async Task<AttendanceRoll?> LockAsync(SessionName session, CancellationToken cancellationToken) =>
        await TakeLockAsync(session, cancellationToken)
            ? await db.Rolls.SingleAsync(roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken)
            : null;

    /// <summary>
    /// An update that changes nothing locks the row on PostgreSQL, and is harmless on SQLite, which has one writer.
    /// </summary>
    public async Task<bool> TakeLockAsync(SessionName session, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"update attendance_roll set version = version where unit = {session.Unit} and session = {session.Id}",
            cancellationToken) == 1;

    public Task<AttendanceRoll?> FindAsync(StudySession session, CancellationToken cancellationToken) =>
        db.Rolls.AsNoTracking().SingleOrDefaultAsync(
            roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken);

    /// <param name="day">Who is a member that day, instead of the day of the session.</param>
    /// <returns>Null when the session is not held yet.</returns>
    public async Task<RollSheet?> ReadAsync(
        SessionName session, CancellationToken cancellationToken, DateOnly? day = null)
    {
        var rows = new List<Row>();
        await foreach (var row in QueryOf(db)(db, session.Unit, session.Id).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        if (rows.Count == 0)
        {
            return null;
        }

        // Two memberships on one day are one person on the roll, as a full member when one of them is full.
        var on = day ?? rows[0].HeldOn;
        var ofTheDay = rows.Where(row => row.From <= on && (row.To is null || row.To >= on));
        var entries = ofTheDay.GroupBy(row => row.Person!).Select(person =>
        {
            var row = person.FirstOrDefault(membership => membership.Kind == "Full") ?? person.First();
            return new RollEntry(
                person.Key, row.Name!, row.Post!, row.Kind == "Full", row.Status ?? V1.AttendanceStatus.Unspecified,
                row.Remark ?? "", row.MarkedAt);
        });
        return new RollSheet(session, on, rows[0].Version, rows[0].IsClosed, [.. entries]);
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

    private static Func<SessionsDbContext, string, string, IAsyncEnumerable<Row>> QueryOf(SessionsDbContext db) =>
        Queries.GetOrAdd(db.Model, _ => EF.CompileAsyncQuery((SessionsDbContext context, string unit, string session) =>
            // One query of plain left joins; who is a member that day is decided by the reader, because a join that looks
            // at the roll's day would need APPLY, which SQLite has not.
            from roll in context.Rolls.AsNoTracking().Where(roll => roll.Unit == unit && roll.Session == session)
            join view in context.MemberViews on roll.Unit equals view.Unit into members
            from member in members.DefaultIfEmpty()
            join row in context.Set<Attendance>().Where(row => row.Unit == unit && row.Session == session)
                on member.Person equals row.Person into marks
            from mark in marks.DefaultIfEmpty()
            orderby member!.Order, member.Member
            select new Row
            {
                HeldOn = roll.HeldOn,
                Version = roll.Version,
                IsClosed = roll.IsClosed,
                Person = (string?)member.Person,
                Name = (string?)member.Name,
                Post = (string?)member.Post,
                Kind = (string?)member.Kind,
                From = (DateOnly?)member.From,
                To = member.To,
                Status = (V1.AttendanceStatus?)mark!.Status,
                Remark = (string?)mark.Remark,
                MarkedAt = (DateTimeOffset?)mark.MarkedAt,
            }));

    /// <summary>A membership with the person's mark; only the roll's own when the unit has no members.</summary>
    private sealed class Row
    {
        public DateOnly HeldOn { get; init; }

        public long Version { get; init; }

        public bool IsClosed { get; init; }

        public string? Person { get; init; }

        public string? Name { get; init; }

        public string? Post { get; init; }

        public string? Kind { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public V1.AttendanceStatus? Status { get; init; }

        public string? Remark { get; init; }

        public DateTimeOffset? MarkedAt { get; init; }
    }
}
