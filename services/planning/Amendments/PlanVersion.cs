using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Amendments;

/// <summary>A plan as it was passed at one time; written once.</summary>
internal sealed class PlanVersion : IOwnedByUnit
{
    private PlanVersion()
    {
    }

    public PlanVersion(
        string unit, int year, int number, PlanText text, string reason, string meeting, DateOnly approvedOn, string approvedBy)
    {
        (Unit, Year, Number, Text, Reason) = (unit, year, number, text, reason);
        (ApprovedByMeeting, ApprovedOn, ApprovedBy) = (meeting, approvedOn, approvedBy);
    }

    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>1 for the original.</summary>
    public int Number { get; private set; }

    public PlanText Text { get; private set; } = new("", "", "", []);

    /// <summary>Why it was changed; empty for the original.</summary>
    public string Reason { get; private set; } = "";

    public string ApprovedByMeeting { get; private set; } = "";

    public DateOnly ApprovedOn { get; private set; }

    public string ApprovedBy { get; private set; } = "";
}

internal sealed class PlanVersionConfiguration : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("annual_plan_version");
        builder.HasKey(v => new { v.Unit, v.Year, v.Number });
        builder.Property(v => v.Unit).HasMaxLength(64);
        builder.Property(v => v.Year).ValueGeneratedNever();
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Text).HasJson();
        builder.Property(v => v.Reason).HasMaxLength(1000);
        builder.Property(v => v.ApprovedByMeeting).HasMaxLength(200);
        builder.Property(v => v.ApprovedBy).HasMaxLength(80);
    }
}
