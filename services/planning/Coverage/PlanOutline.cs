using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Coverage;

/// <summary>
/// A plan as the county's view reads it: the same row, without making lists of materials and speakers that nobody asks
/// for, hundreds of plans at a time.
/// </summary>
internal sealed class PlanOutline
{
    public string Unit { get; private init; } = "";

    public int Year { get; private init; }

    public PlanState State { get; private init; }

    public int VersionNumber { get; private init; }

    public DateOnly? FiledOn { get; private init; }

    public List<ItemOutline> Items { get; private init; } = [];

    public bool IsInForce => VersionNumber > 0
        || State is PlanState.Approved or PlanState.Filed or PlanState.Accepted or PlanState.Amended;
}

internal sealed class PlanOutlineConfiguration : IEntityTypeConfiguration<PlanOutline>
{
    public void Configure(EntityTypeBuilder<PlanOutline> builder)
    {
        // A view to EF: it reads the table and leaves it to the plan.
        builder.ToView("annual_plan").HasNoKey();
        builder.Property(plan => plan.Items).HasJson();
        builder.Ignore(plan => plan.IsInForce);
    }
}
