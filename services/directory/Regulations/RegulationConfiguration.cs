using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Directory.Regulations;

internal sealed class RegulationConfiguration : IEntityTypeConfiguration<Regulation>
{
    public void Configure(EntityTypeBuilder<Regulation> builder)
    {
        builder.ToTable("regulation");
        builder.HasKey(regulation => regulation.Id);
        builder.Property(regulation => regulation.Id).HasMaxLength(64);
        builder.Property(regulation => regulation.Title).HasMaxLength(200);
        builder.Property(regulation => regulation.Issuer).HasMaxLength(100);
        builder.Property(regulation => regulation.DocumentNumber).HasMaxLength(60);
        builder.Property(regulation => regulation.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(regulation => regulation.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(regulation => regulation.SupersededBy).HasMaxLength(64);
        builder.Property(regulation => regulation.Url).HasMaxLength(500);
        builder.HasOne<Regulation>().WithMany().HasForeignKey(regulation => regulation.SupersededBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(regulation => new { regulation.IssuedOn, regulation.Id });
    }
}
