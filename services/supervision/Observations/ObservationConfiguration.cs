using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Observations;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("observation");
        builder.HasKey(o => new { o.Unit, o.Id });
        builder.Property(o => o.Unit).HasMaxLength(64);
        builder.Property(o => o.Id).HasMaxLength(64);
        builder.Property(o => o.Organiser).HasMaxLength(64);
        builder.Property(o => o.Observers).HasJson();
        builder.Property(o => o.Points).HasMaxLength(2000);
        builder.Property(o => o.Session).HasMaxLength(200);
        builder.Property(o => o.Place).HasMaxLength(200);
        builder.Property(o => o.Form).HasJson();
        builder.Property(o => o.ReturnReason).HasMaxLength(1000);
        builder.Property(o => o.ApprovedBy).HasMaxLength(64);
        builder.Property(o => o.Rulebook).HasMaxLength(64);
        builder.Property(o => o.Campaign).HasMaxLength(200).HasDefaultValue("");
        builder.Property(o => o.FormTemplate).HasMaxLength(64).HasDefaultValue("default");
        builder.Property(o => o.Warnings).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(o => o.ShortNoticeReason).HasMaxLength(500).HasDefaultValue("");
        builder.Property(o => o.Materials).HasJson().HasDefaultValueSql("'{\"scheme\":\"\",\"materials\":[],\"speechDrafts\":[],\"sentBy\":\"\"}'");
        builder.Ignore(o => o.IsFrozen).Ignore(o => o.AwaitsFeedback);
        builder.HasIndex(o => o.Campaign);
        builder.HasIndex(o => o.State);
    }
}
