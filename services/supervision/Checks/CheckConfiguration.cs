using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Checks;

internal sealed class CheckConfiguration : IEntityTypeConfiguration<Check>
{
    public void Configure(EntityTypeBuilder<Check> builder)
    {
        builder.ToTable("supervision_check");
        builder.HasKey(c => new { c.Unit, c.Id });
        builder.Property(c => c.Unit).HasMaxLength(64);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Organiser).HasMaxLength(64);
        builder.Property(c => c.Content).HasJson();
    }
}
