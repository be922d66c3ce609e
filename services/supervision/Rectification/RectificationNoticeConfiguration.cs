using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Rectification;

internal sealed class RectificationNoticeConfiguration : IEntityTypeConfiguration<RectificationNotice>
{
    public void Configure(EntityTypeBuilder<RectificationNotice> builder)
    {
        builder.ToTable("rectification_notice");
        builder.HasKey(n => new { n.Unit, n.Id });
        builder.Property(n => n.Unit).HasMaxLength(64);
        builder.Property(n => n.Id).HasMaxLength(64);
        builder.Property(n => n.Organiser).HasMaxLength(64);
        builder.Property(n => n.Basis).HasMaxLength(500);
        builder.Property(n => n.Requirements).HasMaxLength(2000);
        builder.Property(n => n.Contact).HasMaxLength(200);
        builder.Property(n => n.Items).HasJson();
        builder.Property(n => n.Number).HasMaxLength(60);
        builder.Property(n => n.AlertSubject).HasMaxLength(300);
        builder.Property(n => n.ReceivedBy).HasMaxLength(64);
        builder.Property(n => n.Report).HasJson();
        builder.Property(n => n.AcceptedBy).HasMaxLength(64);
        builder.Property(n => n.LookBacks).HasJson();
        builder.Property(n => n.History).HasJson();
        builder.Property(n => n.Rulebook).HasMaxLength(64);
        builder.Property(n => n.Extensions).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(n => n.PauseReason).HasMaxLength(500).HasDefaultValue("");
        builder.Ignore(n => n.Deadline);
        builder.HasIndex(n => new { n.State, n.DueOn });
        builder.HasIndex(n => new { n.Organiser, n.Number }).IsUnique();
    }
}
