using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;

namespace StudySuite.Defaults.Deadlines;

/// <summary>A level of an alert that is done with. The key makes it fire once per subject and level, whoever sweeps.</summary>
internal sealed class DeadlineAlert
{
    public required string Subject { get; init; }

    public required string Level { get; init; }

    public DateTimeOffset FiredAt { get; init; }

    /// <summary>A higher level was reached first, so nothing was announced.</summary>
    public bool IsPassedOver { get; init; }
}

public static class DeadlineTable
{
    internal static void AddDeadlines(this ModelBuilder modelBuilder) => modelBuilder.Entity<DeadlineAlert>(alert =>
    {
        alert.ToTable("deadline_alert");
        alert.HasKey(a => new { a.Subject, a.Level });
        alert.Property(a => a.Subject).HasMaxLength(300);
        alert.Property(a => a.Level).HasMaxLength(20);
    });

    /// <summary>Subjects that are done with this level, to leave them out of a sweep's query.</summary>
    public static IQueryable<string> SubjectsDoneWith(this DbContext db, string level) =>
        db.Set<DeadlineAlert>().Where(alert => alert.Level == level).Select(alert => alert.Subject);

    /// <summary>
    /// Announces <paramref name="announcement"/> unless this subject had this level before, and marks
    /// <paramref name="lowerLevels"/> as passed over: what is entered late alerts once, not once per level.
    /// Call within a transaction and save in it: the mark and the event stand or fall together.
    /// </summary>
    public static async Task FireOnceAsync(
        this DbContext db, string subject, string level, IEvent announcement, DateTimeOffset now,
        CancellationToken cancellationToken, params IReadOnlyList<string> lowerLevels)
    {
        if (await MarkAsync(db, subject, level, now, isPassedOver: false, cancellationToken))
        {
            db.Enqueue(announcement);
            foreach (var lower in lowerLevels)
            {
                await MarkAsync(db, subject, lower, now, isPassedOver: true, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Marks a level as done with and announces nothing. False when it was so before. Same transaction rule as
    /// <see cref="FireOnceAsync"/>.
    /// </summary>
    public static Task<bool> PassOverAsync(
        this DbContext db, string subject, string level, DateTimeOffset now, CancellationToken cancellationToken) =>
        MarkAsync(db, subject, level, now, isPassedOver: true, cancellationToken);

    /// <summary>
    /// Announces the level that a deadline has reached (<see cref="AlertLadder.Reached"/>) unless that was done before,
    /// and passes over the lower ones. Same transaction rule as <see cref="FireOnceAsync"/>.
    /// </summary>
    public static Task RaiseAsync(
        this DbContext db, string subject, AlertLadder ladder, AlertLevel reached, IEvent announcement,
        DateTimeOffset now, CancellationToken cancellationToken) =>
        db.FireOnceAsync(subject, reached.Name, announcement, now, cancellationToken, ladder.Below(reached));

    /// <summary>
    /// To be called with every move of a due date, in the transaction of the move. A level that the new date has not
    /// reached will be announced again when it is; one that it has reached stays done. Nothing else re-arms: a clock
    /// that is set back repeats no alert.
    /// </summary>
    public static async Task RearmAsync(
        this DbContext db, string subject, Deadline moved, AlertLadder ladder, DateOnly today, WorkCalendar calendar,
        CancellationToken cancellationToken)
    {
        var ahead = ladder.Levels.Where(level => AlertLadder.DayOf(level, moved.DueOn, calendar) > today)
            .Select(level => level.Name).ToList();
        await db.Set<DeadlineAlert>().Where(alert => alert.Subject == subject && ahead.Contains(alert.Level))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Keeps a row as the sweep read it until the commit: a change that comes at this moment waits for the alert or,
    /// when it was first, prevents it. False when it was first.
    /// </summary>
    public static async Task<bool> HoldAsync<T>(this IQueryable<T> row, long version, CancellationToken cancellationToken)
        where T : Aggregate =>
        await row.Where(held => held.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(held => held.Version, version), cancellationToken) == 1;

    /// <returns>False when the mark was there; waits for another transaction that is just making it.</returns>
    private static async Task<bool> MarkAsync(
        DbContext db, string subject, string level, DateTimeOffset now, bool isPassedOver,
        CancellationToken cancellationToken)
    {
        var firedAt = db.Database.IsSqlite() ? (object)now.UtcTicks : now;
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into deadline_alert (subject, level, fired_at, is_passed_over)
            values ({subject}, {level}, {firedAt}, {isPassedOver})
            on conflict (subject, level) do nothing
            """,
            cancellationToken) == 1;
    }
}
