using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.FirstTopics;

internal sealed class FirstTopicConfiguration : IEntityTypeConfiguration<FirstTopic>
{
    public void Configure(EntityTypeBuilder<FirstTopic> builder)
    {
        builder.ToTable("first_topic");
        builder.HasKey(t => new { t.Unit, t.Id });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.Property(t => t.Title).HasMaxLength(300);
        builder.Property(t => t.Source).HasMaxLength(200);
        builder.Property(t => t.Url).HasMaxLength(1000);
        builder.Property(t => t.Details).HasMessage();
        builder.Property(t => t.Leader).HasMaxLength(100).HasDefaultValue("");
        builder.Property(t => t.Reports).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(t => t.OpenMeasures).HasDefaultValue(0);
        builder.Property(t => t.MeetingKind).HasDefaultValue(V1.MeetingKind.Unspecified);
        builder.Property(t => t.DropReason).HasMaxLength(500).HasDefaultValue("");
        builder.Property(t => t.CorrectionReason).HasMaxLength(500).HasDefaultValue("");
        builder.Property(t => t.Rulebook).HasMaxLength(64);
        builder.Ignore(t => t.MeasuresDone);
        builder.HasIndex(t => new { t.Unit, t.PublishedOn, t.Id });
    }
}
