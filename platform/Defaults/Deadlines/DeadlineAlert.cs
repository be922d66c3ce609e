using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Messaging;

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
