using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.Units;

/// <summary>What a unit was called and where it stood from a day on, until its next period; never taken away.</summary>
internal sealed class UnitPeriod
{
    /// <summary>For units that were there before the records begin.</summary>
    public static readonly DateOnly Always = new(1950, 1, 1);

    public required string Unit { get; init; }

    public required DateOnly Since { get; init; }

    public string DisplayName { get; private set; } = "";

    public string? Parent { get; private set; }

    public string Path { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>Of two changes on one day the later holds.</summary>
    public void Take(Unit unit) => (DisplayName, Parent, Path, Order) = (unit.DisplayName, unit.Parent, unit.Path, unit.Order);
}

internal sealed class UnitPeriodConfiguration : IEntityTypeConfiguration<UnitPeriod>
{
    public void Configure(EntityTypeBuilder<UnitPeriod> builder)
    {
        builder.ToTable("unit_period");
        builder.HasKey(period => new { period.Unit, period.Since });
        builder.Property(period => period.Unit).HasMaxLength(64);
        builder.Property(period => period.DisplayName).HasMaxLength(100);
        builder.Property(period => period.Parent).HasMaxLength(64);
        builder.Property(period => period.Path).HasMaxLength(800);
        builder.HasOne<Unit>().WithMany().HasForeignKey(period => period.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class UnitHistory
{
    /// <summary>How the units stood on that day; one founded later has no row.</summary>
    public static IQueryable<UnitPeriod> AsOf(this DbSet<UnitPeriod> periods, DateOnly day) => periods.AsNoTracking().Where(period =>
        period.Since <= day
        && !periods.Any(later => later.Unit == period.Unit && later.Since <= day && later.Since > period.Since));

    /// <summary>Keeps how the unit stands from that day on, to be saved by the caller.</summary>
    public static async Task KeepAsync(this DirectoryDbContext db, Unit unit, CancellationToken cancellationToken)
    {
        var period = await db.UnitPeriods.FindAsync([unit.Code, unit.Since], cancellationToken);
        if (period is null)
        {
            period = new UnitPeriod { Unit = unit.Code, Since = unit.Since };
            db.Add(period);
        }

        period.Take(unit);
    }
}
