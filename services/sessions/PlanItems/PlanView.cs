using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Events;

namespace StudySuite.Sessions.PlanItems;

/// <summary>What the newest passed version of a unit's annual plan says, from planning's events.</summary>
internal sealed class PlanView
{
    /// <summary>Resource name, <c>units/{unit}/plans/{year}</c>.</summary>
    public required string Plan { get; init; }

    public long Version { get; private set; }

    public List<PlannedItem> Items { get; private set; } = [];

    public void Take(IReadOnlyList<PlannedItem> items, long version)
    {
        if (version > Version)
        {
            (Items, Version) = ([.. items], version);
        }
    }
}

internal sealed class PlanViewConfiguration : IEntityTypeConfiguration<PlanView>
{
    public void Configure(EntityTypeBuilder<PlanView> builder)
    {
        builder.ToTable("plan_view");
        builder.HasKey(p => p.Plan);
        builder.Property(p => p.Plan).HasMaxLength(200);
        builder.Property(p => p.Items).HasJson();
        // Two events of one plan at once: the second to save is delivered again.
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
