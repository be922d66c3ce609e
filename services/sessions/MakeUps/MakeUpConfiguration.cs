using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.MakeUps;

internal sealed class MakeUpConfiguration : IEntityTypeConfiguration<MakeUp>
{
    public void Configure(EntityTypeBuilder<MakeUp> builder)
    {
        builder.ToTable("make_up");
        builder.HasKey(m => new { m.Unit, m.Id });
        builder.Property(m => m.Unit).HasMaxLength(64);
        builder.Property(m => m.Id).HasMaxLength(64);
        builder.Property(m => m.Session).HasMaxLength(64);
        builder.Property(m => m.Person).HasMaxLength(64);
        builder.Property(m => m.Name).HasMaxLength(100);
        builder.Property(m => m.Topic).HasMaxLength(200);
        builder.Property(m => m.Rulebook).HasMaxLength(64);
        builder.Property(m => m.Studied).HasMaxLength(2000);
        builder.Property(m => m.Reflection).HasMaxLength(5000).HasDefaultValue("");
        builder.Property(m => m.ReportedAt).HasMaxLength(64).HasDefaultValue("");
        builder.Property(m => m.Evidence).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(m => m.ConfirmedBy).HasMaxLength(80);
        builder.Property(m => m.ReturnReason).HasMaxLength(500);
        builder.HasIndex(m => new { m.Unit, m.Session, m.Person }).IsUnique();
        builder.HasIndex(m => new { m.State, m.DueOn });
    }
}
