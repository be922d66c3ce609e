using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Campaigns;

internal sealed class TopicCampaignConfiguration : IEntityTypeConfiguration<TopicCampaign>
{
    public void Configure(EntityTypeBuilder<TopicCampaign> builder)
    {
        builder.ToTable("topic_campaign");
        builder.HasKey(c => new { c.Unit, c.Id });
        builder.Property(c => c.Unit).HasMaxLength(64);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.Property(c => c.Requirement).HasMaxLength(2000);
        builder.Property(c => c.Scope).HasJson();
        builder.HasIndex(c => c.ClosesOn);
    }
}
