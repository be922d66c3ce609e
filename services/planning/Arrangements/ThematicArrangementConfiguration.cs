using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Arrangements;

internal sealed class ThematicArrangementConfiguration : IEntityTypeConfiguration<ThematicArrangement>
{
    public void Configure(EntityTypeBuilder<ThematicArrangement> builder)
    {
        builder.ToTable("thematic_arrangement");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.Number).HasMaxLength(60);
        builder.Property(a => a.Requirement).HasMaxLength(4000);
        builder.Property(a => a.Topics).HasJson();
        builder.Property(a => a.Scope).HasJson();
        builder.Property(a => a.Changes).HasJson();
        builder.Property(a => a.Recipients).HasJson();
        builder.Ignore(a => a.MandatoryTopics);
        builder.HasIndex(a => new { a.Year, a.State });
        builder.HasIndex(a => a.Unit);
    }
}
