using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Directory.People;
using StudySuite.Directory.Units;

namespace StudySuite.Directory.Members;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("member");
        builder.HasKey(member => new { member.Unit, member.Id });
        builder.Property(member => member.Unit).HasMaxLength(64);
        builder.Property(member => member.Id).HasMaxLength(64);
        builder.Property(member => member.Person).HasMaxLength(64);
        builder.Property(member => member.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(member => member.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Unit>().WithMany().HasForeignKey(member => member.Unit).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.Person).OnDelete(DeleteBehavior.Restrict);

        // One leader at a time, and nobody twice in a group, whoever calls at the same moment.
        builder.HasIndex(member => new { member.Unit, member.Role }).IsUnique()
            .HasFilter("role = 'Leader' and to_date is null");
        builder.HasIndex(member => new { member.Unit, member.Person }).IsUnique().HasFilter("to_date is null");
        builder.HasIndex(member => member.Person);
    }
}
