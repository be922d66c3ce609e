using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Sessions.Rolls;

internal sealed class RollConfiguration :
    IEntityTypeConfiguration<AttendanceRoll>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<AttendanceChange>
{
    public void Configure(EntityTypeBuilder<AttendanceRoll> builder)
    {
        builder.ToTable("attendance_roll");
        builder.HasKey(r => new { r.Unit, r.Session });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Session).HasMaxLength(64);
        builder.Property(r => r.ReopenReason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendance");
        builder.HasKey(a => new { a.Unit, a.Session, a.Person });
        builder.Property(a => a.Unit).HasMaxLength(64);
        builder.Property(a => a.Session).HasMaxLength(64);
        builder.Property(a => a.Person).HasMaxLength(64);
        builder.Property(a => a.Remark).HasMaxLength(200);
        builder.Property(a => a.MarkedBy).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<AttendanceChange> builder)
    {
        builder.ToTable("attendance_change");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Unit).HasMaxLength(64);
        builder.Property(c => c.Session).HasMaxLength(64);
        builder.Property(c => c.Person).HasMaxLength(64);
        builder.Property(c => c.ChangedBy).HasMaxLength(64);
        builder.HasIndex(c => new { c.Unit, c.Session, c.Id });
    }
}
