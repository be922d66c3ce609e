using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Notifications.Channels;

namespace StudySuite.Notifications.Deliveries;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("delivery");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).HasMaxLength(64);
        builder.Property(d => d.Channel).HasMaxLength(64);
        builder.Property(d => d.Person).HasMaxLength(64);
        builder.Property(d => d.Alert).HasMaxLength(64);
        builder.Property(d => d.Failure).HasMaxLength(200);
        builder.Property(d => d.Claim).HasMaxLength(64);
        builder.HasOne<Channel>().WithMany().HasForeignKey(d => d.Channel).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.Channel, d.Person, d.Alert }).IsUnique();
        builder.HasIndex(d => new { d.State, d.DueAt });
        builder.HasIndex(d => d.Alert);
        builder.HasIndex(d => d.CreatedAt);
    }
}
