using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Plans;

internal sealed class AnnualPlanConfiguration : IEntityTypeConfiguration<AnnualPlan>
{
    public void Configure(EntityTypeBuilder<AnnualPlan> builder)
    {
        builder.ToTable("annual_plan");
        builder.HasKey(p => new { p.Unit, p.Year }).HasName("pk_annual_plan");
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Year).ValueGeneratedNever();
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.GuidingIdeas).HasMaxLength(4000);
        builder.Property(p => p.Requirements).HasMaxLength(4000);
        builder.Property(p => p.Items).HasJson();
        builder.Property(p => p.Amendment!).HasJson().IsRequired(false);
        builder.Property(p => p.AmendmentAnswer).HasMaxLength(1000);
        builder.Property(p => p.FiledTo).HasMaxLength(200);
        builder.Ignore(p => p.Text).Ignore(p => p.IsInForce);
        builder.Property(p => p.ApprovedByMeeting).HasMaxLength(200);
        builder.Property(p => p.ApprovedBy).HasMaxLength(80);
        builder.Property(p => p.ReceiptNumber).HasMaxLength(60);
        builder.Property(p => p.ReturnReason).HasMaxLength(1000);
    }
}
