using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Bulletin.Facts;

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.ToTable("fact");
        builder.HasKey(f => new { f.Source, f.Indicator, f.Day });
        builder.Property(f => f.Source).HasMaxLength(200);
        builder.Property(f => f.Indicator).HasMaxLength(60);
        builder.Property(f => f.Stream).HasMaxLength(30);
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.Property(f => f.OncePer).HasMaxLength(64);
        // Holds all that a sum needs: a period reads its own slice of the index, however many years are kept.
        builder.HasIndex(f => new { f.Unit, f.Day, f.Indicator, f.Value });
    }
}

internal sealed class CountedRecordConfiguration : IEntityTypeConfiguration<CountedRecord>
{
    public void Configure(EntityTypeBuilder<CountedRecord> builder)
    {
        builder.ToTable("counted_record");
        builder.HasKey(r => new { r.Source, r.Stream });
        builder.Property(r => r.Source).HasMaxLength(200);
        builder.Property(r => r.Stream).HasMaxLength(30);
        builder.Property(r => r.Title).HasMaxLength(1000);
        builder.Property(r => r.Category).HasMaxLength(60);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}
