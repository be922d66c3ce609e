using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Roster;

namespace StudySuite.Defaults.Database;

/// <summary>Base of every service's context: the tables that each database has, and what differs between providers.</summary>
public abstract class SuiteDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose call it serves at the moment, for the audit trail; that of the system by itself when nobody says.</summary>
    internal CallContext Call { get; set; } = new();

    public DbSet<UnitView> UnitViews => Set<UnitView>();

    public DbSet<MemberView> MemberViews => Set<MemberView>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            // SQLite has no type for instants and does not order DateTimeOffset: UTC ticks do both.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddRoster();
        modelBuilder.AddAudit();
        modelBuilder.AddRequestLog();
        modelBuilder.AddDeadlines();
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);

        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Aggregate))))
        {
            modelBuilder.Entity(type.ClrType, entity =>
            {
                entity.Property(nameof(Aggregate.Version)).IsConcurrencyToken();
                entity.Ignore(nameof(Aggregate.ResourceName)).Ignore(nameof(Aggregate.NextVersion)).Ignore(nameof(Aggregate.Etag));
            });
        }
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
