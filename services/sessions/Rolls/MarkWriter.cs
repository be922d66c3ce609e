using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Rolls;

/// <summary>
/// Writes a batch of marks in one round trip, whatever its size: the rows travel as one JSON value, the upsert is the
/// database's own, and the former marks go to the history beside it.
/// </summary>
internal static class MarkWriter
{
    private const string Upsert =
        """
        on conflict (unit, session, person) do update
        set status = excluded.status, remark = excluded.remark, marked_by = excluded.marked_by, marked_at = excluded.marked_at;
        """;

    private const string RaiseVersion =
        "update attendance_roll set version = version + 1 where unit = @p0 and session = @p1;";

    private const string Postgres =
        """
        insert into attendance (unit, session, person, status, remark, marked_by, marked_at)
        select @p0, @p1, m.person, m.status, m.remark, @p2, coalesce(m.at, @p3)
        from jsonb_to_recordset(@p4::jsonb) as m(person text, status int, remark text, at timestamptz)
        """;

    private const string PostgresHistory =
        """
        insert into attendance_change (unit, session, person, former, status, changed_by, changed_at)
        select @p0, @p1, m.person, m.former, m.status, @p2, @p3
        from jsonb_to_recordset(@p4::jsonb) as m(person text, former int, status int)
        where m.former > 0;
        """;

    // "where true" keeps SQLite's parser from reading "on conflict" as a join condition.
    private const string Sqlite =
        """
        insert into attendance (unit, session, person, status, remark, marked_by, marked_at)
        select @p0, @p1, value ->> 'person', value ->> 'status', value ->> 'remark', @p2, coalesce(value ->> 'at', @p3)
        from json_each(@p4) where true
        """;

    private const string SqliteHistory =
        """
        insert into attendance_change (unit, session, person, former, status, changed_by, changed_at)
        select @p0, @p1, value ->> 'person', value ->> 'former', value ->> 'status', @p2, @p3
        from json_each(@p4) where value ->> 'former' > 0;
        """;

    /// <summary>Raises the version of the roll as well, and leaves the marks in the audit trail and as an event.</summary>
    public static Task WriteAsync(
        SessionsDbContext db, RollSheet sheet, IReadOnlyList<Mark> marks, string by, DateTimeOffset now,
        AttendanceRecorded recorded, CancellationToken cancellationToken)
    {
        var (sql, values) = Statements(db, sheet, marks, by, now);
        return db.WriteAuditedAsync($"{sql}\n{RaiseVersion}", values, $"{sheet.Session}/roll", recorded, now, cancellationToken);
    }

    /// <summary>The marks alone, for a roll that is saved with them.</summary>
    public static Task WriteAsync(
        SessionsDbContext db, RollSheet sheet, IReadOnlyList<Mark> marks, string by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (sql, values) = Statements(db, sheet, marks, by, now);
        return db.ExecutePlainAsync(sql, values, cancellationToken);
    }

    private static (string Sql, object[] Values) Statements(
        SessionsDbContext db, RollSheet sheet, IReadOnlyList<Mark> marks, string by, DateTimeOffset now)
    {
        var isSqlite = db.Database.IsSqlite();
        var former = sheet.Entries.ToDictionary(entry => entry.Person, entry => entry.Status);
        var rows = JsonSerializer.Serialize(marks.Select(mark => new
        {
            person = mark.Person,
            status = (int)mark.Status,
            remark = mark.Remark,
            former = (int)former[mark.Person],
            at = isSqlite ? mark.At?.UtcTicks : (object?)mark.At?.ToUniversalTime(),
        }));
        var hasFormer = marks.Any(mark => former[mark.Person] != V1.AttendanceStatus.Unspecified);
        var sql = (isSqlite ? Sqlite : Postgres) + "\n" + Upsert
            + (hasFormer ? "\n" + (isSqlite ? SqliteHistory : PostgresHistory) : "");

        return (sql, [sheet.Session.Unit, sheet.Session.Id, by, isSqlite ? now.UtcTicks : now, rows]);
    }
}
