using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Notifications.Channels;

internal sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>, IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("channel");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Title).HasMaxLength(100);
        builder.Property(c => c.Address).HasMaxLength(4000);
        builder.Property(c => c.Host).HasMaxLength(260);
        builder.Property(c => c.Secret).HasMaxLength(4000);
        builder.Property(c => c.SecretFile).HasMaxLength(100);
        builder.Property(c => c.Mail).HasJson();
        builder.Property(c => c.Subscriptions).HasJson();
        builder.Property(c => c.QuietHours).HasJson();
        builder.Property(c => c.DigestTime).HasMaxLength(5);
        builder.Ignore(c => c.HasSecret);
        builder.HasIndex(c => c.IsEnabled);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_key");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(100);
    }
}
