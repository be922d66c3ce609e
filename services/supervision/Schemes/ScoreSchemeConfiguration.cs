using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Schemes;

internal sealed class ScoreSchemeConfiguration : IEntityTypeConfiguration<ScoreScheme>
{
    public void Configure(EntityTypeBuilder<ScoreScheme> builder)
    {
        builder.ToTable("score_scheme");
        builder.HasKey(s => new { s.Unit, s.Id });
        builder.Property(s => s.Unit).HasMaxLength(64);
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.Content).HasJson();
    }
}
