using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.Units;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("unit");
        builder.HasKey(unit => unit.Code);
        builder.Property(unit => unit.Code).HasMaxLength(64);
        builder.Property(unit => unit.DisplayName).HasMaxLength(100);
        builder.Property(unit => unit.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(unit => unit.Level).HasConversion<string>().HasMaxLength(40);
        builder.Property(unit => unit.Parent).HasMaxLength(64);
        builder.Property(unit => unit.Path).HasMaxLength(800);
        builder.Property(unit => unit.Liaison).HasMaxLength(100);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.Parent).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(unit => unit.Path).IsUnique();
        builder.HasIndex(unit => unit.Depth).IsUnique().HasFilter("depth = 1");
    }
}
