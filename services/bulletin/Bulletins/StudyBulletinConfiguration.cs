using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Bulletins;

internal sealed class StudyBulletinConfiguration : IEntityTypeConfiguration<StudyBulletin>
{
    public void Configure(EntityTypeBuilder<StudyBulletin> builder)
    {
        builder.ToTable("bulletin");
        builder.HasKey(b => new { b.Unit, b.Id });
        builder.Property(b => b.Unit).HasMaxLength(64);
        builder.Property(b => b.Id).HasMaxLength(64);
        builder.Property(b => b.Draft).HasJson();
        builder.Property(b => b.SubmittedBy).HasMaxLength(64);
        builder.Property(b => b.Rulebook).HasMaxLength(64);
        builder.Property(b => b.Signatures).HasJson();
        builder.Property(b => b.ReturnReason).HasMaxLength(1000);
        builder.Property(b => b.Number).HasMaxLength(60);
        builder.Property(b => b.ReceivedId).HasMaxLength(64);
        builder.Ignore(b => b.Period);
        builder.HasIndex(b => new { b.Unit, b.Number }).IsUnique();
    }
}
