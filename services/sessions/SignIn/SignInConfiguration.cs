using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Sessions.SignIn;

internal sealed class SignInConfiguration : IEntityTypeConfiguration<SignInSwitch>, IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInSwitch> builder)
    {
        builder.ToTable("sign_in");
        builder.HasKey(s => new { s.Unit, s.Session });
        builder.Property(s => s.Unit).HasMaxLength(64);
        builder.Property(s => s.Session).HasMaxLength(64);
        builder.Property(s => s.ChangedBy).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.ToTable("sign_in_tries");
        builder.HasKey(t => new { t.Unit, t.Session, t.Person });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Session).HasMaxLength(64);
        builder.Property(t => t.Person).HasMaxLength(64);
    }
}
