using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Directory.People;
using StudySuite.Directory.Units;

namespace StudySuite.Directory.Delegations;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegation");
        builder.HasKey(delegation => new { delegation.Unit, delegation.Id });
        builder.Property(delegation => delegation.Unit).HasMaxLength(64);
        builder.Property(delegation => delegation.Id).HasMaxLength(64);
        builder.Property(delegation => delegation.Leader).HasMaxLength(64);
        builder.Property(delegation => delegation.Deputy).HasMaxLength(64);
        builder.Property(delegation => delegation.Reason).HasMaxLength(200);
        builder.HasOne<Unit>().WithMany().HasForeignKey(delegation => delegation.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(delegation => delegation.Leader).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(delegation => delegation.Deputy).OnDelete(DeleteBehavior.Restrict);

        // Two that are created at the same moment for the same days, which no check before the save can see.
        builder.HasIndex(delegation => new { delegation.Unit, delegation.FromDate }).IsUnique().HasFilter("revoked_at is null");
        builder.HasIndex(delegation => delegation.Deputy);
    }
}
