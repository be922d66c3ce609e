using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Directory.People;
using StudySuite.Directory.Units;

namespace StudySuite.Directory.Grants;

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("grant");
        builder.HasKey(grant => grant.Id);
        builder.Property(grant => grant.Id).HasMaxLength(64);
        builder.Property(grant => grant.Person).HasMaxLength(64);
        builder.Property(grant => grant.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(grant => grant.Unit).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(grant => grant.Unit).OnDelete(DeleteBehavior.Restrict);

        builder.Property(grant => grant.IsAnnouncedActive).HasDefaultValue(true).HasSentinel(true);

        builder.HasIndex(grant => new { grant.Person, grant.Role, grant.Unit }).IsUnique().HasFilter("revoked_at is null");

        // 三员分立: nobody holds two of the three (DOMAIN §10.6).
        builder.HasIndex(grant => grant.Person, "ix_grant_person_admin").IsUnique()
            .HasFilter("revoked_at is null and role in ('SystemAdmin', 'SecurityAdmin', 'AuditAdmin')");
    }
}
