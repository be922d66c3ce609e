using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Directory.Identity;

namespace StudySuite.Directory.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Id).HasMaxLength(64);
        builder.Property(person => person.UserName).HasMaxLength(40);
        builder.Property(person => person.DisplayName).HasMaxLength(40);
        builder.Property(person => person.Post).HasMaxLength(100);
        builder.Property(person => person.MaskedPhone).HasMaxLength(20);
        builder.HasIndex(person => person.UserName).IsUnique();
        builder.HasOne(person => person.Account).WithOne().HasForeignKey<Account>(account => account.Person);
    }
}
