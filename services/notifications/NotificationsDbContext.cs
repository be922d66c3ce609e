using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Suggestions;

namespace StudySuite.Notifications;

internal class NotificationsDbContext : SuiteDbContext
{
    public NotificationsDbContext(DbContextOptions<NotificationsDbContext> options)
        : base(options)
    {
    }

    protected NotificationsDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class NotificationsSqliteDbContext(DbContextOptions<NotificationsSqliteDbContext> options)
    : NotificationsDbContext(options);
