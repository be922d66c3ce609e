using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Assessments;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessment");
        builder.HasKey(a => new { a.Unit, a.Id });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.Scheme).HasMaxLength(200);
        builder.Property(a => a.Content).HasJson();
        builder.Property(a => a.Results).HasJson();
        builder.Property(a => a.Rulebook).HasMaxLength(64);
        builder.Ignore(a => a.Total);
        builder.HasIndex(a => new { a.Unit, a.Scheme, a.From, a.To }).IsUnique();
    }
}
