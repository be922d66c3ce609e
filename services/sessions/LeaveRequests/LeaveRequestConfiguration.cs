using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed class LeaveRequestConfiguration : IEntityTypeConfiguration<LeaveRequest>
{
    public void Configure(EntityTypeBuilder<LeaveRequest> builder)
    {
        builder.ToTable("leave_request");
        builder.HasKey(l => new { l.Unit, l.Session, l.Person });
        builder.Property(l => l.Unit).HasMaxLength(64);
        builder.Property(l => l.Session).HasMaxLength(64);
        builder.Property(l => l.Person).HasMaxLength(64);
        builder.Property(l => l.Name).HasMaxLength(100);
        builder.Property(l => l.EnteredBy).HasMaxLength(80);
        builder.Property(l => l.Text).HasMaxLength(500);
        builder.Property(l => l.DecidedBy).HasMaxLength(80);
        builder.Property(l => l.DecidedFor).HasMaxLength(80).HasDefaultValue("");
        builder.Property(l => l.DecisionNote).HasMaxLength(500);
        builder.Property(l => l.RegisteredBy).HasMaxLength(80).HasDefaultValue("");
        builder.Property(l => l.Rulebook).HasMaxLength(64).HasDefaultValue("");
        builder.Ignore(l => l.IsOfTheOffice);
        builder.HasIndex(l => new { l.State, l.Unit });
    }
}
