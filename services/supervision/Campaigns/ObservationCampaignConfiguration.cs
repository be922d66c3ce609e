using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Campaigns;

internal sealed class ObservationCampaignConfiguration : IEntityTypeConfiguration<ObservationCampaign>
{
    public void Configure(EntityTypeBuilder<ObservationCampaign> builder)
    {
        builder.ToTable("observation_campaign");
        builder.HasKey(c => new { c.Unit, c.Id });
        builder.Property(c => c.Unit).HasMaxLength(64);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Content).HasJson();
        builder.Property(c => c.Training!).HasJson().IsRequired(false);
    }
}
