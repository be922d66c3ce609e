using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
        builder.Property(t => t.Rulebook).HasMaxLength(64);
        builder.HasIndex(t => new { t.Unit, t.PublishedOn, t.Id });
    }
}
