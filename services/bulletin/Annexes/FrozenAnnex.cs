using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Bulletin.Statistics;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Annexes;

/// <summary>The figures of a bulletin as they were when it was submitted; apart from it, for it is large and rarely read.</summary>
internal sealed class FrozenAnnex
{
    public required string Unit { get; init; }

    public required string Bulletin { get; init; }

    public required FigureTable Table { get; init; }
}

internal sealed class FrozenAnnexConfiguration : IEntityTypeConfiguration<FrozenAnnex>
{
    public void Configure(EntityTypeBuilder<FrozenAnnex> builder)
    {
        builder.ToTable("frozen_annex");
        builder.HasKey(a => new { a.Unit, a.Bulletin });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Bulletin).HasMaxLength(64);
        builder.Property(a => a.Table).HasJson();
    }
}
