using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Directory.Rulebooks;

internal sealed class RulebookConfiguration : IEntityTypeConfiguration<Rulebook>
{
    public void Configure(EntityTypeBuilder<Rulebook> builder)
    {
        builder.ToTable("rulebook");
        builder.HasKey(rulebook => rulebook.Number);
        builder.Property(rulebook => rulebook.Number).ValueGeneratedNever();
        builder.Property(rulebook => rulebook.Parameters).HasJson();
        builder.Property(rulebook => rulebook.Overrides).HasJson().HasDefaultValueSql("'{}'");
    }
}
