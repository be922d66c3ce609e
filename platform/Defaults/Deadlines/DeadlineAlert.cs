using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Deadlines;

/// <summary>An alert that was raised. The key makes it fire once per subject and level, whoever sweeps and how often.</summary>
internal sealed class DeadlineAlert
{
    public required string Subject { get; init; }

    public required string Level { get; init; }

    public DateTimeOffset FiredAt { get; init; }
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

    /// <summary>
    /// Announces <paramref name="announcement"/> unless this subject had this level before.
    /// Call within a transaction and save in it: the mark and the event stand or fall together.
    /// </summary>
    public static async Task FireOnceAsync(
        this DbContext db, string subject, string level, IEvent announcement, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var firedAt = db.Database.IsSqlite() ? (object)now.UtcTicks : now;
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            insert into deadline_alert (subject, level, fired_at) values ({subject}, {level}, {firedAt})
            on conflict (subject, level) do nothing
            """,
            cancellationToken);
        if (isNew == 1)
        {
            db.Enqueue(announcement);
        }
    }
}
