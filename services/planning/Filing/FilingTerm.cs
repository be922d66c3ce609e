using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Deadlines;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Filing;

/// <summary>What a unit's filing of one year has of its own: a moved due date or a pause. Most units have none.</summary>
internal sealed class FilingTerm : Aggregate, IOwnedByUnit
{
    private FilingTerm()
    {
    }

    public FilingTerm(string unit, int year, DateOnly dueOn) => (Unit, Year, DueOn) = (unit, year, dueOn);

    public override string ResourceName => $"{PlanName.Of(Unit, Year)}/filing";

    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? PausedOn { get; private set; }

    public string Reason { get; private set; } = "";

    public Deadline Deadline => new(DueOn, PausedOn);

    public void Take(Deadline deadline, string? reason = null) =>
        (DueOn, PausedOn, Reason) = (deadline.DueOn, deadline.PausedOn, reason ?? Reason);
}

internal sealed class FilingTermConfiguration : IEntityTypeConfiguration<FilingTerm>
{
    public void Configure(EntityTypeBuilder<FilingTerm> builder)
    {
        builder.ToTable("filing_term");
        builder.HasKey(t => new { t.Unit, t.Year });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Year).ValueGeneratedNever();
        builder.Property(t => t.Reason).HasMaxLength(500);
        builder.Ignore(t => t.Deadline);
    }
}
