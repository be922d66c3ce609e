using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.Activities;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activity");
        builder.HasKey(a => new { a.Unit, a.Id });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.Person).HasMaxLength(64);
        builder.Property(a => a.PersonName).HasMaxLength(100);
        builder.Property(a => a.Team).HasMaxLength(200);
        builder.Property(a => a.Place).HasMaxLength(200);
        builder.Property(a => a.Outlet).HasMaxLength(200);
        builder.Property(a => a.Url).HasMaxLength(1000);
        builder.Property(a => a.Text).HasMaxLength(20_000);
        builder.Property(a => a.Session).HasMaxLength(64);
        builder.Property(a => a.ChangeReason).HasMaxLength(500);
        builder.HasIndex(a => new { a.Unit, a.HappenedOn, a.Id });
        builder.Property(a => a.PlanItem).HasMaxLength(200);
        builder.Property(a => a.Topic).HasMaxLength(300);
        builder.Property(a => a.SharedAt).HasMaxLength(64);
        builder.Property(a => a.OutreachTeam).HasMaxLength(64);
        builder.Property(a => a.ResearchProject).HasMaxLength(64);
        builder.Property(a => a.Details).HasMessage().HasDefaultValueSql("'{}'");
        builder.Property(a => a.Comments).HasJson().HasDefaultValueSql("'[]'");
        builder.Ignore(a => a.IsPrivate);
        builder.Ignore(a => a.IsFindable);
        builder.Ignore(a => a.HasOwnFiles);
        builder.HasIndex(a => new { a.Unit, a.Session });
        builder.HasIndex(a => new { a.Unit, a.Person, a.HappenedOn });
    }
}
