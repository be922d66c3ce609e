using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Notifications.Alerts;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>, IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("alert");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.Subject).HasMaxLength(300);
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Number).HasMaxLength(100);
        builder.Property(a => a.SupersededBy).HasMaxLength(64);
        builder.HasIndex(a => new { a.Subject, a.Kind, a.Level, a.SubjectVersion }).IsUnique();
        builder.HasIndex(a => a.CreatedAt);
        builder.HasIndex(a => new { a.Unit, a.Kind, a.Day });
        builder.HasMany(a => a.Audiences).WithOne().HasForeignKey(a => a.Alert);
    }

    public void Configure(EntityTypeBuilder<Audience> builder)
    {
        builder.ToTable("alert_audience");
        builder.HasKey(a => new { a.Alert, a.Holder });
        builder.Property(a => a.Alert).HasMaxLength(64);
        builder.Property(a => a.Holder).HasMaxLength(100);
        builder.Ignore(a => a.RoleOnUnit);
        builder.HasIndex(a => new { a.Holder, a.Alert });
    }
}
