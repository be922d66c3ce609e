using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Supervision.EvidenceFiles;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("evidence_file");
        builder.HasKey(f => new { f.Unit, f.Notice, f.Id });
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.Property(f => f.Notice).HasMaxLength(64);
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.FileName).HasMaxLength(130);
        builder.Property(f => f.UploadedBy).HasMaxLength(64);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256);
    }
}
