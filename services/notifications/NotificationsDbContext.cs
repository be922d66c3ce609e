using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Deliveries;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Settings;
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

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<PersonSettings> PersonSettings => Set<PersonSettings>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
}

/// <summary>The same model; a type of its own, because migrations belong to a context type.</summary>
internal sealed class NotificationsSqliteDbContext(DbContextOptions<NotificationsSqliteDbContext> options)
    : NotificationsDbContext(options);
