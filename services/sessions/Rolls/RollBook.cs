using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Rolls;

/// <summary>Reads and locks rolls. Whoever changes what an archive will hold takes the lock first, then reads.</summary>
internal sealed class RollBook(SessionsDbContext db)
{
    private const string Lock = "update attendance_roll set version = version where unit = @p0 and session = @p1;";

    // Three plain look-ups: PostgreSQL planned their join anew for every mark, which took longer than to run it.
    private const string Read =
        """
        select held_on, version, is_closed from attendance_roll where unit = @p0 and session = @p1;
        select person, name, post, kind, "from", "to" from member_view where unit = @p0 order by "order", member;
        select person, status, remark, marked_at from attendance where unit = @p0 and session = @p1;
        """;

    /// <summary>Locks the roll until the transaction ends and reads it fresh; null when the session is not held yet.</summary>
    public async Task<AttendanceRoll?> LockAsync(SessionName session, CancellationToken cancellationToken) =>
        await TakeLockAsync(session, cancellationToken)
            ? await db.Rolls.SingleAsync(roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken)
            : null;

    /// <summary>
    /// An update that changes nothing locks the row on PostgreSQL, and is harmless on SQLite, which has one writer.
    /// </summary>
    public async Task<bool> TakeLockAsync(SessionName session, CancellationToken cancellationToken) =>
        await db.ExecutePlainAsync(Lock, [session.Unit, session.Id], cancellationToken) == 1;

    public Task<AttendanceRoll?> FindAsync(StudySession session, CancellationToken cancellationToken) =>
        db.Rolls.AsNoTracking().SingleOrDefaultAsync(
            roll => roll.Unit == session.Unit && roll.Session == session.Id, cancellationToken);

    /// <summary>Unless the caller holds the lock, members and marks may be a moment younger than the version, never older.</summary>
    /// <param name="day">Who is a member that day, instead of the day of the session.</param>
    /// <returns>Null when the session is not held yet.</returns>
    public Task<RollSheet?> ReadAsync(SessionName session, CancellationToken cancellationToken, DateOnly? day = null) =>
        ReadAsync(Read, session, day, cancellationToken);

    /// <summary>Both in one round trip. The reading sees what whoever had the lock before has written.</summary>
    /// <returns>Null when the session is not held yet.</returns>
    public Task<RollSheet?> LockAndReadAsync(SessionName session, CancellationToken cancellationToken) =>
        ReadAsync($"{Lock}\n{Read}", session, null, cancellationToken);

    private Task<RollSheet?> ReadAsync(string sql, SessionName session, DateOnly? day, CancellationToken cancellationToken) =>
        db.ReadPlainAsync<RollSheet?>(
            sql, [session.Unit, session.Id],
            async reader =>
            {
                if (!await reader.ReadAsync(cancellationToken))
                {
                    return null;
                }

                var (heldOn, version, isClosed) = (reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetBoolean(2));
                var on = day ?? heldOn;
                await reader.NextResultAsync(cancellationToken);
                var members = await MembersAsync(reader, on, cancellationToken);
                await reader.NextResultAsync(cancellationToken);
                var marks = await MarksAsync(reader, cancellationToken);
                return new RollSheet(session, on, version, isClosed, [.. members.Select(member =>
                    marks.TryGetValue(member.Person, out var mark)
                        ? member with { Status = mark.Status, Remark = mark.Remark, MarkedAt = mark.At }
                        : member)]);
            },
            cancellationToken);

    /// <summary>Two memberships on one day are one person on the roll, as a full member when one of them is full.</summary>
    private static async Task<List<RollEntry>> MembersAsync(DbDataReader reader, DateOnly day, CancellationToken cancellationToken)
    {
        var (entries, places) = (new List<RollEntry>(), new Dictionary<string, int>());
        while (await reader.ReadAsync(cancellationToken))
        {
            var isThere = reader.GetFieldValue<DateOnly>(4) <= day
                && (await reader.IsDBNullAsync(5, cancellationToken) || reader.GetFieldValue<DateOnly>(5) >= day);
            if (!isThere)
            {
                continue;
            }

            var entry = new RollEntry(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3) == "Full",
                V1.AttendanceStatus.Unspecified, "", null);
            if (places.TryAdd(entry.Person, entries.Count))
            {
                entries.Add(entry);
            }
            else if (entry.IsFull && !entries[places[entry.Person]].IsFull)
            {
                entries[places[entry.Person]] = entry;
            }
        }

        return entries;
    }

    private static async Task<Dictionary<string, Mark>> MarksAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var marks = new Dictionary<string, Mark>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var person = reader.GetString(0);
            marks.Add(person, new Mark(person, (V1.AttendanceStatus)reader.GetInt32(1), reader.GetString(2), reader.GetInstant(3)));
        }

        return marks;
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
