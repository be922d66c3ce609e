using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.Archives;

internal sealed class ArchiveConfiguration : IEntityTypeConfiguration<SessionArchive>, IEntityTypeConfiguration<ArchiveAddendum>
{
    public void Configure(EntityTypeBuilder<SessionArchive> builder)
    {
        builder.ToTable("session_archive");
        builder.HasKey(a => new { a.Unit, a.Session });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Session).HasMaxLength(64);
        builder.Property(a => a.ArchivedBy).HasMaxLength(80);
        builder.Property(a => a.Items).HasJson();
        builder.Property(a => a.IndexSha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<ArchiveAddendum> builder)
    {
        builder.ToTable("archive_addendum");
        builder.HasKey(a => new { a.Unit, a.Session, a.Number });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Session).HasMaxLength(64);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.Responsible).HasMaxLength(200).HasDefaultValue("");
        builder.Property(a => a.Pages).HasDefaultValue(0);
        builder.Property(a => a.Files).HasJson().HasDefaultValueSql("'[]'");
        builder.Ignore(a => a.ResourceName);
    }
}
