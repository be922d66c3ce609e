using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Notifications.Suggestions;

internal sealed class SuggestionConfiguration : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("suggestion");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.Person).HasMaxLength(64);
        builder.Property(s => s.PersonName).HasMaxLength(100).HasDefaultValue("");
        builder.Property(s => s.Text).HasMaxLength(2000);
        builder.Property(s => s.Answer).HasMaxLength(2000);
        builder.Property(s => s.Steps).HasJson().HasDefaultValueSql("'[]'");
        builder.Ignore(s => s.Handler);
        builder.HasIndex(s => new { s.Person, s.CreatedAt });
        builder.HasIndex(s => s.CreatedAt);
    }
}
