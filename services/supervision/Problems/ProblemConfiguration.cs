using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Supervision.Problems;

internal sealed class ProblemConfiguration : IEntityTypeConfiguration<Problem>
{
    public void Configure(EntityTypeBuilder<Problem> builder)
    {
        builder.ToTable("problem");
        builder.HasKey(p => new { p.Unit, p.Id });
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.Organiser).HasMaxLength(64);
        builder.Property(p => p.Observation).HasMaxLength(64);
        builder.Property(p => p.Check).HasMaxLength(64);
        builder.Property(p => p.Text).HasMaxLength(1000);
        builder.Property(p => p.Category).HasMaxLength(60);
        builder.Property(p => p.RuleReference).HasMaxLength(200);
        builder.Property(p => p.Notice).HasMaxLength(64);
        // A line of a form or check becomes a problem once; both databases let any number of rows without one pass.
        builder.HasIndex(p => new { p.Unit, p.Observation, p.Line }).IsUnique();
        builder.HasIndex(p => new { p.Unit, p.Check, p.Line }).IsUnique();
    }
}
