using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Duties;

/// <summary>A duty that its owner has done; one per session and duty.</summary>
internal sealed class DutyTick(string unit, string session, DutyKind kind, string doneBy, DateOnly doneOn, string note)
    : IAudited
{
    public string ResourceName => DutyList.NameOf(new SessionName(Unit, Session), Kind);

    public string Unit { get; private set; } = unit;

    public string Session { get; private set; } = session;

    public DutyKind Kind { get; private set; } = kind;

    public string DoneBy { get; private set; } = doneBy;

    public DateOnly DoneOn { get; private set; } = doneOn;

    public string Note { get; private set; } = note;
}

internal sealed class DutyTickConfiguration : IEntityTypeConfiguration<DutyTick>
{
    public void Configure(EntityTypeBuilder<DutyTick> builder)
    {
        builder.ToTable("duty_tick");
        builder.HasKey(t => new { t.Unit, t.Session, t.Kind });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Session).HasMaxLength(64);
        builder.Property(t => t.DoneBy).HasMaxLength(80);
        builder.Property(t => t.Note).HasMaxLength(300);
        builder.Ignore(t => t.ResourceName);
    }
}
