using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.Identity;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.HasKey(account => account.Person);
        builder.Property(account => account.Person).HasMaxLength(64);
        builder.Property(account => account.PasswordHash).HasMaxLength(200);
        builder.Property(account => account.Stamp).HasMaxLength(32);
        builder.Property(account => account.AuthenticatorKey).HasMaxLength(1000);
        builder.Property(account => account.UsedCodes).HasMaxLength(1000);
        builder.Property(account => account.ExternalSubject).HasMaxLength(300);
        builder.Ignore(account => account.HasAuthenticator);
        builder.HasIndex(account => account.ExternalSubject).IsUnique();
    }
}
