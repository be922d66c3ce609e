using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Sessions.Materials;

internal sealed class MaterialFileConfiguration : IEntityTypeConfiguration<MaterialFile>
{
    public void Configure(EntityTypeBuilder<MaterialFile> builder)
    {
        builder.ToTable("material_file");
        builder.HasKey(f => new { f.Unit, f.Session, f.Id });
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.Property(f => f.Session).HasMaxLength(64);
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.FileName).HasMaxLength(130);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.UploadedBy).HasMaxLength(80);
        builder.HasIndex(f => f.Sha256);
    }
}
