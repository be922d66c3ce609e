using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.MaterialPacks;

internal sealed class MaterialPackConfiguration
    : IEntityTypeConfiguration<MaterialDistribution>, IEntityTypeConfiguration<MaterialReceipt>
{
    public void Configure(EntityTypeBuilder<MaterialDistribution> builder)
    {
        builder.ToTable("material_distribution");
        builder.HasKey(d => new { d.Unit, d.Session, d.Round });
        builder.Property(d => d.Unit).HasMaxLength(64);
        builder.Property(d => d.Session).HasMaxLength(64);
        builder.Property(d => d.On).HasColumnName("distributed_on");
        builder.Property(d => d.Rulebook).HasMaxLength(80);
        builder.Property(d => d.Recipients).HasJson();
    }

    public void Configure(EntityTypeBuilder<MaterialReceipt> builder)
    {
        builder.ToTable("material_receipt");
        builder.HasKey(r => new { r.Unit, r.Session, r.Round, r.Person });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Session).HasMaxLength(64);
        builder.Property(r => r.Person).HasMaxLength(64);
        builder.Ignore(r => r.ResourceName);
    }
}
