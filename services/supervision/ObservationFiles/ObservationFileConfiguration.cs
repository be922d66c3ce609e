using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Supervision.ObservationFiles;

internal sealed class ObservationFileConfiguration : IEntityTypeConfiguration<ObservationFile>
{
    public void Configure(EntityTypeBuilder<ObservationFile> builder)
    {
        builder.ToTable("observation_file");
        builder.HasKey(f => new { f.Unit, f.Observation, f.Id });
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.Property(f => f.Observation).HasMaxLength(64);
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.FileName).HasMaxLength(130);
        builder.Property(f => f.UploadedBy).HasMaxLength(64);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256);
    }
}
